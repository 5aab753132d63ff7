using HelpDesk.Email.MailKit.Connecting;
using HelpDesk.Email.Protocols.Pop3.Dialogue;
using HelpDesk.Email.Servers;
using MailKit.Net.Pop3;

namespace HelpDesk.Email.MailKit.Pop3;

/// <summary>What refusals of POP3 servers mean.</summary>
internal sealed class Pop3FailureReader : IFailureReader
{
    /// <inheritdoc/>
    public string Protocol => "POP3";

    /// <inheritdoc/>
    public bool IsClosing(ServerWords words) => false;

    /// <inheritdoc/>
    public MailFailure OfLogin(ServerWords words) => Pop3Failures.Of("PASS", Last(words));

    /// <inheritdoc/>
    public (MailFailure Failure, string Reason, string? Code)? OfCommand(string step, Exception exception, ServerWords words)
    {
        // A refused token comes out of the library as an answer that nobody expects.
        var isToken = step == "log-in" && exception is Pop3ProtocolException && (words.Said("-ERR") || words.LastLine.StartsWith("+ ", StringComparison.Ordinal));
        if (exception is not Pop3CommandException && !isToken)
        {
            return null;
        }

        var reply = Last(words);
        var failure = Pop3Failures.Of(step switch { "greeting" => string.Empty, "log-in" => "AUTH", _ => step }, reply);
        return (failure, Pop3Failures.WordsFor(failure), reply.Code.Length == 0 ? null : reply.Code);
    }

    private static Pop3Reply Last(ServerWords words) =>
        Pop3Reply.TryParse(words.LastLine) is { Kind: Pop3ReplyKind.Error } reply ? reply : new Pop3Reply(Pop3ReplyKind.Error, string.Empty, string.Empty);
}
