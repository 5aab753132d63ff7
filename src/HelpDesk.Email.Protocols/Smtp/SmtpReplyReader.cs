using System.Globalization;
using HelpDesk.Email.Protocols.Clients;
using HelpDesk.Email.Protocols.Wire;
using HelpDesk.Email.Servers;

namespace HelpDesk.Email.Protocols.Smtp;

/// <summary>Reads replies of one line or several. For one connection.</summary>
internal sealed class SmtpReplyReader(ClientConnection connection)
{
    // RFC 5321 section 4.5.3.1.5 says 512 octets; real servers write more.
    private const int MaxLine = 4 * 1024;
    private const int MaxLines = 200;

    private readonly LineReader _lines = new(connection.Wire, MaxLine, tolerant: true);

    /// <summary>The next reply.</summary>
    public async ValueTask<SmtpServerReply> ReadAsync(StepDeadline step) => (await ReadLinesAsync(step).ConfigureAwait(false)).Reply;

    /// <summary>The next reply with its lines, each without its code.</summary>
    public async ValueTask<(SmtpServerReply Reply, IReadOnlyList<string> Lines)> ReadLinesAsync(StepDeadline step)
    {
        var texts = new List<string>();
        var code = 0;
        while (texts.Count < MaxLines)
        {
            var line = await connection.ReadLineAsync(_lines, step).ConfigureAwait(false);
            if (!TryParse(line, out var number, out var isLast, out var text) || (texts.Count > 0 && number != code))
            {
                throw connection.Fail(MailFailure.ProtocolViolation, step.Name, "the server sent something that is no reply", serverText: line);
            }

            code = number;
            texts.Add(text);
            if (isLast)
            {
                return (Reply(code, texts), texts);
            }
        }

        throw connection.Fail(MailFailure.LimitExceeded, step.Name, $"the server sent a reply of more than {MaxLines} lines");
    }

    private static bool TryParse(string line, out int code, out bool isLast, out string text)
    {
        isLast = line.Length == 3 || (line.Length > 3 && line[3] == ' ');
        text = line.Length > 4 ? line[4..] : string.Empty;
        code = 0;
        return line.Length >= 3
            && line[0] is >= '2' and <= '5'
            && int.TryParse(line.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture, out code)
            && (isLast || line[3] == '-');
    }

    private static SmtpServerReply Reply(int code, List<string> texts)
    {
        var (enhanced, words) = SmtpReplyText.Read(code, texts);
        return new SmtpServerReply(code, enhanced, words);
    }
}
