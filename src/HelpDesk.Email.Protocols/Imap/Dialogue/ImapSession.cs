using System.Buffers;
using System.Globalization;
using HelpDesk.Email.Protocols.Clients;
using HelpDesk.Email.Protocols.Imap.Model;
using HelpDesk.Email.Protocols.Imap.Reading;
using HelpDesk.Email.Protocols.Imap.Writing;
using HelpDesk.Email.Servers;

namespace HelpDesk.Email.Protocols.Imap.Dialogue;

/// <summary>The conversation below the public types: commands out, responses in, the state in between.</summary>
internal sealed class ImapSession
{
    // RFC 7888 section 5: what a server with LITERAL- takes without being asked.
    private const int LiteralMinusAtMost = 4096;

    private readonly ImapScanner _scanner;
    private readonly ImapResponseReader _responses;
    private readonly HashSet<string> _pending = new(StringComparer.Ordinal);
    private long _lastTag;

    /// <summary>Takes a connection over from which nothing was read.</summary>
    public ImapSession(ClientConnection connection)
    {
        Connection = connection;
        _scanner = new ImapScanner(connection);
        _responses = new ImapResponseReader(new ImapGrammar(_scanner), Knowledge);
    }

    /// <summary>The connection.</summary>
    public ClientConnection Connection { get; }

    /// <summary>What the server said of itself.</summary>
    public ImapKnowledge Knowledge { get; } = new();

    /// <summary>How far the conversation has come.</summary>
    public ImapState State { get; private set; } = ImapState.None;

    /// <summary>The octets, for whoever waits without a command.</summary>
    public ImapScanner Scanner => _scanner;

    /// <summary>Takes the turn for one call of a user.</summary>
    public ClientTurn Enter(CancellationToken cancellationToken) => Connection.Enter(cancellationToken);

    /// <summary>Reads the greeting (RFC 9051 section 7.1).</summary>
    public async ValueTask<ImapStatus> GreetAsync()
    {
        _scanner.Step = Connection.Begin("greeting");
        var response = await NextAsync(null).ConfigureAwait(false);
        if (response is not { Tag: null, Status: { Condition: ImapCondition.Ok or ImapCondition.PreAuth } status })
        {
            throw _scanner.Violation("the server did not greet");
        }

        State = status.Condition == ImapCondition.Ok ? ImapState.NotAuthenticated : ImapState.Authenticated;
        return status;
    }

    /// <summary>Says a command, and hears all up to its end.</summary>
    /// <param name="command">The command.</param>
    /// <param name="reader">Takes the responses that it is made for.</param>
    /// <returns>The OK.</returns>
    /// <exception cref="MailProtocolException">It was refused, or anything else failed.</exception>
    public async ValueTask<ImapStatus> RunAsync(ImapCommand command, IImapReader? reader = null)
    {
        var rule = ImapCommandTable.Find(command.Verb, State);
        var early = await SayAsync(command, Tag()).ConfigureAwait(false);
        var status = early ?? await HearEndAsync(reader).ConfigureAwait(false);
        return Conclude(rule, status);
    }

    /// <summary>Says a command that has no literals, and does not wait.</summary>
    /// <returns>Its tag.</returns>
    public string Post(ImapCommand command)
    {
        ImapCommandTable.Find(command.Verb, State);
        var tag = Tag();
        if (_pending.Count == 0)
        {
            _scanner.Step = Connection.Begin(command.Verb);
        }

        _pending.Add(tag);
        Connection.Say($"{tag} {command.Parts[0].Text}", $"{tag} {command.Parts[0].Logged ?? command.Parts[0].Text}");
        return tag;
    }

    /// <summary>The next response.</summary>
    /// <exception cref="MailProtocolException">The server ends the conversation, or answers what was not asked.</exception>
    public async ValueTask<ImapResponse> NextAsync(IImapReader? reader)
    {
        var response = await _responses.NextAsync(reader).ConfigureAwait(false);
        if (Knowledge.Alert is { } alert)
        {
            Knowledge.Alert = null;
            Connection.Log.Alert(alert);
        }

        if (Knowledge.Bye is { } bye && State != ImapState.Logout)
        {
            throw Connection.Fail(MailFailure.ServerClosing, _scanner.Step.Name, "the server ended the conversation", serverText: bye.Text);
        }

        if (response.Tag is { } tag && !_pending.Remove(tag))
        {
            throw _scanner.Violation("the server ended a command that was not running");
        }

        return response;
    }

    /// <summary>Hears responses up to the end of the one command that is running.</summary>
    public async ValueTask<ImapStatus> HearEndAsync(IImapReader? reader)
    {
        while (true)
        {
            var response = await NextAsync(reader).ConfigureAwait(false);
            if (response.Tag is not null)
            {
                return response.Status!;
            }

            if (response.Continuation is not null)
            {
                throw _scanner.Violation("the server asked for more of a command that was complete");
            }
        }
    }

    /// <summary>Hears responses up to the server's word to go on.</summary>
    /// <returns>The text of the continuation; else the end of the command.</returns>
    public async ValueTask<(string? Continuation, ImapStatus? End)> HearContinuationAsync()
    {
        while (true)
        {
            var response = await NextAsync(null).ConfigureAwait(false);
            if (response.Continuation is not null || response.Tag is not null)
            {
                return (response.Continuation, response.Tag is null ? null : response.Status);
            }
        }
    }

    /// <summary>Takes the end of a command: the next state, or the exception.</summary>
    public ImapStatus Conclude(ImapRule rule, ImapStatus status)
    {
        if (status.Condition == ImapCondition.Ok)
        {
            State = rule.AfterOk ?? State;
            return status;
        }

        State = rule.AfterNo ?? State;
        throw Refusal(rule.Verb, status);
    }

    /// <summary>The exception for a refused command; the conversation goes on.</summary>
    public MailProtocolException Refusal(string verb, ImapStatus status)
    {
        var isNo = status.Condition == ImapCondition.No;
        var failure = ImapFailures.Of(verb, isNo, status.Code, status.Text);
        return Connection.Refusal(failure, verb, ImapFailures.WordsFor(failure, isNo), serverText: status.Text, responseCode: status.Code.Length == 0 ? null : status.Code);
    }

    /// <summary>From now on a BYE is what was asked for.</summary>
    public void ExpectBye() => State = ImapState.Logout;

    private string Tag() => string.Create(CultureInfo.InvariantCulture, $"A{++_lastTag:D4}");

    private async ValueTask<ImapStatus?> SayAsync(ImapCommand command, string tag)
    {
        _scanner.Step = Connection.Begin(command.Verb);
        _pending.Add(tag);
        var prefix = tag + " ";
        foreach (var part in command.Parts)
        {
            var head = part.Literal is { } octets ? Head(octets.Length) : string.Empty;
            Connection.Say(prefix + part.Text + head, prefix + (part.Logged ?? part.Text) + head);
            prefix = string.Empty;
            if (part.Literal is not { } literal)
            {
                continue;
            }

            if (!head.EndsWith("+}", StringComparison.Ordinal) && (await HearContinuationAsync().ConfigureAwait(false)).End is { } refused)
            {
                return refused;
            }

            Connection.Wire.Output.Write(literal);
        }

        return null;
    }

    private string Head(int length) =>
        Knowledge.Offers("LITERAL+") || (length <= LiteralMinusAtMost && Knowledge.Offers("LITERAL-"))
            ? string.Create(CultureInfo.InvariantCulture, $"{{{length}+}}")
            : string.Create(CultureInfo.InvariantCulture, $"{{{length}}}");
}
