// Check asks mandate-mailbox over gRPC whether an account may do something with a mailbox.
//
//	check localhost:7402 .mandate/certificates portal acc_… mbx_… OPEN
//
// It prints "allowed: …" or "denied: …" with the decision's reason. It ends with 0, 1 when denied, and 2 when there is
// no answer.
package main

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials"
	"google.golang.org/grpc/status"

	mailboxv1 "example.com/check/generated/mandate/mailbox/v1"
)

// connect makes TLS both ways: the server knows its caller by the URI in the certificate.
func connect(server, certificates, caller string) (*grpc.ClientConn, error) {
	own, err := tls.LoadX509KeyPair(
		filepath.Join(certificates, caller+".pem"), filepath.Join(certificates, caller+".key"))
	if err != nil {
		return nil, err
	}
	authority, err := os.ReadFile(filepath.Join(certificates, "authority.pem"))
	if err != nil {
		return nil, err
	}
	trusted := x509.NewCertPool()
	if !trusted.AppendCertsFromPEM(authority) {
		return nil, fmt.Errorf("authority.pem holds no certificate")
	}
	config := &tls.Config{Certificates: []tls.Certificate{own}, RootCAs: trusted}
	return grpc.NewClient(server, grpc.WithTransportCredentials(credentials.NewTLS(config)))
}

func check(connection *grpc.ClientConn, account, mailbox, right string) (*mailboxv1.CheckResponse, error) {
	number, known := mailboxv1.Right_value["RIGHT_"+right]
	if !known {
		return nil, fmt.Errorf("no right %s", right)
	}
	// Always with a deadline. A decision comes from memory; without a lease the server says UNAVAILABLE at once.
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Second)
	defer cancel()
	return mailboxv1.NewAccessServiceClient(connection).Check(ctx, &mailboxv1.CheckRequest{
		Account: &mailboxv1.CheckRequest_AccountId{AccountId: account},
		Mailbox: &mailboxv1.CheckRequest_MailboxId{MailboxId: mailbox}, Right: mailboxv1.Right(number),
	})
}

// reason is what a program acts on, besides the code: the reason in the one ErrorInfo of the details.
func reason(failure *status.Status) string {
	for _, detail := range failure.Details() {
		if info, ok := detail.(*errdetails.ErrorInfo); ok {
			return info.GetReason()
		}
	}
	return "-"
}

func run(server, certificates, caller, account, mailbox, right string) (int, error) {
	connection, err := connect(server, certificates, caller)
	if err != nil {
		return 2, err
	}
	defer connection.Close()
	answer, err := check(connection, account, mailbox, right)
	if err != nil {
		failure := status.Convert(err)
		return 2, fmt.Errorf("%s %s: %s", failure.Code(), reason(failure), failure.Message())
	}
	decision := strings.TrimPrefix(answer.GetReason().String(), "DECISION_REASON_")
	if answer.GetAllowed() {
		fmt.Println("allowed:", decision)
		return 0, nil
	}
	fmt.Println("denied:", decision)
	return 1, nil
}

func main() {
	if len(os.Args) != 7 {
		fmt.Fprintln(os.Stderr, "usage: check SERVER CERTIFICATES CALLER ACCOUNT MAILBOX RIGHT")
		os.Exit(2)
	}
	code, err := run(os.Args[1], os.Args[2], os.Args[3], os.Args[4], os.Args[5], os.Args[6])
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
	}
	os.Exit(code)
}
