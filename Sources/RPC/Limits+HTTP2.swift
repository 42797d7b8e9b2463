internal import HTTP2

extension Limits {
    var http2: HTTP2Limits {
        HTTP2Limits(
            streamsMax: streamsMax, streamWindowBytes: streamWindowBytes, connectionWindowBytes: connectionWindowBytes,
            headerListBytesMax: metadataBytesMax + headersBytesMax, resetBurst: resetBurst,
            resetsPerSecond: resetsPerSecond)
    }
}
