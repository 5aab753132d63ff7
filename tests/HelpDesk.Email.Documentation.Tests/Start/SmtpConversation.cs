using System.Net.Sockets;
using System.Text;

namespace HelpDesk.Email.Documentation.Tests.Start;

/// <summary>Sends one mail, word for word as RFC 5321 has it.</summary>
internal static class SmtpConversation
{
    public static async Task SendAsync(int port, string from, string to, string mail, CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", port, cancellationToken);
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.ASCII);
        await ExpectAsync(reader, "220", cancellationToken);
        foreach (var (command, code) in new[]
        {
            ("HELO client.example.test", "250"),
            ($"MAIL FROM:<{from}>", "250"),
            ($"RCPT TO:<{to}>", "250"),
            ("DATA", "354"),
            ($"{mail.ReplaceLineEndings("\r\n")}\r\n.", "250"),
            ("QUIT", "221"),
        })
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes(command + "\r\n"), cancellationToken);
            await ExpectAsync(reader, code, cancellationToken);
        }
    }

    private static async Task ExpectAsync(StreamReader reader, string code, CancellationToken cancellationToken)
    {
        var answer = await reader.ReadLineAsync(cancellationToken);
        Assert.StartsWith(code, answer, StringComparison.Ordinal);
    }
}
