using HelpDesk.Email.MailKit.Connecting;
using HelpDesk.Email.Protocols.Imap.Dialogue;
using HelpDesk.Email.Servers;
using MailKit;
using MailKit.Net.Imap;

namespace HelpDesk.Email.MailKit.Imap;

/// <summary>What refusals of IMAP servers mean.</summary>
internal sealed class ImapFailureReader : IFailureReader
{
    /// <inheritdoc/>
    public string Protocol => "IMAP";

    /// <inheritdoc/>
    public bool IsClosing(ServerWords words) => words.Said("* BYE");

    /// <inheritdoc/>
    public MailFailure OfLogin(ServerWords words)
    {
        var (code, text) = Read(words.LastLine);
        return ImapFailures.Of("AUTHENTICATE", isNo: true, code, text);
    }

    /// <inheritdoc/>
    public (MailFailure Failure, string Reason, string? Code)? OfCommand(string step, Exception exception, ServerWords words)
    {
        if (exception is FolderNotFoundException)
        {
            return (MailFailure.FolderMissing, "the folder does not exist", null);
        }

        if (exception is not ImapCommandException { Response: ImapCommandResponse.No or ImapCommandResponse.Bad } refusal)
        {
            return null;
        }

        var isNo = refusal.Response == ImapCommandResponse.No;
        var (code, text) = Read(words.LastLine);
        var failure = ImapFailures.Of(step, isNo, code, text);
        return (failure, ImapFailures.WordsFor(failure, isNo), code.Length == 0 ? null : code);
    }

    // A tagged line: A00000007 NO [CODE argument] words.
    private static (string Code, string Text) Read(string line)
    {
        var words = line.Split(' ', 3);
        var rest = words.Length == 3 ? words[2] : string.Empty;
        if (!rest.StartsWith('[') || rest.IndexOf(']', StringComparison.Ordinal) is var end && end < 0)
        {
            return (string.Empty, rest);
        }

        return (rest[1..end].Split(' ')[0].ToUpperInvariant(), rest[(end + 1)..].Trim());
    }
}
