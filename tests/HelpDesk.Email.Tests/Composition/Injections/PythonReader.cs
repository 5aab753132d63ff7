using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace HelpDesk.Email.Tests.Composition.Injections;

/// <summary>Has mails read by Python's <c>email</c> and <c>html.parser</c>, all in one process.</summary>
internal static class PythonReader
{
    private const string Program = """
        import base64, email, email.header, email.policy, email.utils, html.parser, json, sys

        KNOWN = {"date", "from", "reply-to", "to", "cc", "subject", "message-id", "in-reply-to", "references", "mime-version", "content-type",
                 "content-transfer-encoding", "auto-submitted", "x-auto-response-suppress", "x-helpdesk-email-loop", "list-unsubscribe", "list-unsubscribe-post"}
        HARMFUL = {"script", "iframe", "object", "embed", "svg", "math", "form", "input", "base", "link", "applet", "frame"}

        class Markup(html.parser.HTMLParser):
            def handle_starttag(self, tag, attributes):
                assert tag not in HARMFUL, tag
                for name, value in attributes:
                    assert not name.startswith("on"), name
                    url = "".join(c for c in (value or "") if c > " ").lower()
                    assert name not in ("href", "src") or not url.startswith(("javascript:", "data:", "vbscript:")), value

        count = 0
        for line in sys.stdin:
            given = json.loads(line)
            octets = base64.b64decode(given["octets"])
            try:
                mail = email.message_from_bytes(octets, policy=email.policy.compat32)
                names = [name.lower() for name in mail.keys()]
                assert set(names) <= KNOWN, set(names) - KNOWN
                assert len(names) == len(set(names)), names
                # Addresses beyond ASCII stand there as UTF-8 (RFC 6532).
                raw = [value.encode("ascii", "surrogateescape").decode("utf-8") for name, value in mail.raw_items() if name.lower() in ("to", "cc")]
                decoded = [str(email.header.make_header(email.header.decode_header(value))) for value in raw]
                found = [address for _, address in email.utils.getaddresses(raw)]
                assert found == given["recipients"], (found, given["recipients"])
                authors = email.utils.getaddresses([str(value) for value in mail.get_all("from")])
                assert len(authors) == 1, authors
                assert all("\n" not in value.replace("\r\n ", " ").replace("\r\n\t", " ") for value in decoded), decoded
                # The parser of whole messages by the modern rules has to see the same.
                modern = email.message_from_bytes(octets, policy=email.policy.default)
                assert [name.lower() for name in modern.keys()] == names, modern.keys()
                for part in mail.walk():
                    if part.get_content_type() == "text/html":
                        Markup().feed(part.get_payload(decode=True).decode("utf-8"))
                count += 1
            except AssertionError as e:
                print("mail", count, repr(e), octets[:1500])
                break
        else:
            print(count, "mails are sound")
        """;

    /// <summary>What it says, or <see langword="null"/> where there is no Python.</summary>
    public static async Task<string?> CheckAsync(IReadOnlyList<InjectedOctets> mails, CancellationToken cancellationToken)
    {
        using var python = Start();
        if (python is null)
        {
            return null;
        }

        var output = python.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = python.StandardError.ReadToEndAsync(cancellationToken);
        try
        {
            foreach (var mail in mails)
            {
                await python.StandardInput.WriteLineAsync(JsonSerializer.Serialize(new { octets = Convert.ToBase64String(mail.Octets), recipients = mail.Recipients }).AsMemory(), cancellationToken);
            }

            python.StandardInput.Close();
        }
        catch (IOException)
        {
            // It stopped reading because it found something, which it says below.
        }

        return (await output).Trim() is { Length: > 0 } said ? said : await errors;
    }

    private static Process? Start()
    {
        try
        {
            return Process.Start(new ProcessStartInfo("python3", ["-c", Program])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
                StandardOutputEncoding = Encoding.UTF8,
            });
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
