"""Certificates that a server must not take, signed by the authority that it trusts, or by nobody it knows."""

import datetime

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

HOUR = datetime.timedelta(hours=1)
CALLER = "spiffe://mandate.test/service/portal"


def make(folder, name, authority, *, begins=-HOUR, ends=HOUR, uri=CALLER, usage=ExtendedKeyUsageOID.CLIENT_AUTH):
    """Writes `name`.pem and `name`.key into the folder. `authority`: the folder of one; None: signed by itself."""
    now = datetime.datetime.now(datetime.timezone.utc)
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    if authority:
        issuer = x509.load_pem_x509_certificate((authority / "authority.pem").read_bytes()).subject
        signer = serialization.load_pem_private_key((authority / "authority.key").read_bytes(), None)
    else:
        issuer, signer = subject, key
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject).issuer_name(issuer).public_key(key.public_key())
        .serial_number(x509.random_serial_number()).not_valid_before(now + begins).not_valid_after(now + ends)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.ExtendedKeyUsage([usage]), critical=False)
    )
    if uri:
        names = x509.SubjectAlternativeName([x509.UniformResourceIdentifier(uri)])
        builder = builder.add_extension(names, critical=False)
    certificate = builder.sign(signer, hashes.SHA256())
    (folder / f"{name}.pem").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    (folder / f"{name}.key").write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
