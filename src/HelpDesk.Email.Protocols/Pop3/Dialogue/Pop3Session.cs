using System.Collections.Frozen;
using HelpDesk.Email.Protocols.Clients;
using HelpDesk.Email.Protocols.Pop3.Model;
using HelpDesk.Email.Protocols.Wire;
using HelpDesk.Email.Servers;

namespace HelpDesk.Email.Protocols.Pop3.Dialogue;

/// <summary>The conversation below the public type: commands out, answers in, the state in between.</summary>
/// <param name="connection">A connection from which nothing was read.</param>
internal sealed class Pop3Session(ClientConnection connection)
{
    // RFC 2449 section 4 asks for 512; servers put long words for people behind +OK.
    private const int LongestLine = 8 * 1024;
    private const int MostCapabilities = 1000;

    private readonly LineReader _lines = new(connection.Wire, LongestLine, tolerant: true);

    /// <summary>The connection.</summary>
    public ClientConnection Connection => connection;

    /// <summary>Room for the octets of the mail that is coming in.</summary>
    public byte[] Scratch { get; } = new byte[(16 * 1024) + 1];

    /// <summary>How far the conversation has come.</summary>
    public Pop3State State { get; private set; } = Pop3State.None;

    /// <summary>The lines of CAPA, in upper case; <see langword="null"/> when the server does not know the command.</summary>
    public FrozenSet<string>? Capabilities { get; private set; }

    /// <summary>Whether a capability is offered, whatever its arguments are.</summary>
    public bool Offers(string capability) => Capabilities?.Any(line =>
        line.StartsWith(capability, StringComparison.OrdinalIgnoreCase) && (line.Length == capability.Length || line[capability.Length] == ' ')) == true;

    /// <summary>Whether a mechanism is among the arguments of SASL.</summary>
    public bool OffersMechanism(string mechanism) => Capabilities?.Any(line =>
        line.StartsWith("SASL ", StringComparison.OrdinalIgnoreCase) && line.Split(' ').Contains(mechanism, StringComparer.OrdinalIgnoreCase)) == true;

    /// <summary>Reads the greeting.</summary>
    public async ValueTask GreetAsync()
    {
        var step = connection.Begin("greeting");
        var reply = await HearAsync(step).ConfigureAwait(false);
        if (reply.Kind != Pop3ReplyKind.Ok)
        {
            var failure = Pop3Failures.Of(string.Empty, reply);
            throw connection.Fail(failure, step.Name, Pop3Failures.WordsFor(failure), serverText: reply.Text);
        }

        State = Pop3State.Authorization;
    }

    /// <summary>Asks what the server offers.</summary>
    public async ValueTask LearnAsync()
    {
        var step = Say("CAPA");
        if ((await HearAsync(step).ConfigureAwait(false)).Kind != Pop3ReplyKind.Ok)
        {
            // A server of RFC 1939 alone.
            Capabilities = null;
            return;
        }

        var lines = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        await foreach (var line in HearLinesAsync(step, MostCapabilities).ConfigureAwait(false))
        {
            lines.Add(line.Trim());
        }

        Capabilities = lines.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Says a command, and hears the first line of its answer.</summary>
    /// <returns>The <c>+OK</c>.</returns>
    /// <exception cref="MailProtocolException">It was refused, or anything else failed.</exception>
    public async ValueTask<Pop3Reply> RunAsync(string verb, string arguments = "", string? logged = null) =>
        Conclude(verb, await HearAsync(Say(verb, arguments, logged)).ConfigureAwait(false));

    /// <summary>Says a command and does not wait.</summary>
    /// <returns>The step of its answer.</returns>
    public StepDeadline Say(string verb, string arguments = "", string? logged = null)
    {
        Pop3CommandTable.Find(verb, State);
        var separator = arguments.Length == 0 ? string.Empty : " ";
        connection.Say(verb + separator + arguments, logged is null ? null : verb + separator + logged);
        return connection.Begin(verb);
    }

    /// <summary>Hears the first line of an answer.</summary>
    public async ValueTask<Pop3Reply> HearAsync(StepDeadline step) =>
        Pop3Reply.TryParse(await connection.ReadLineAsync(_lines, step).ConfigureAwait(false))
        ?? throw connection.Fail(MailFailure.ProtocolViolation, step.Name, "the server answered neither +OK nor -ERR");

    /// <summary>Hears the further lines of an answer up to the dot, without their stuffing.</summary>
    /// <param name="step">How long they may take in all.</param>
    /// <param name="most">How many there may be.</param>
    public async IAsyncEnumerable<string> HearLinesAsync(StepDeadline step, int most)
    {
        for (var count = 0; await connection.ReadLineAsync(_lines, step).ConfigureAwait(false) is not "." and var line; count++)
        {
            if (count >= most)
            {
                throw connection.Fail(MailFailure.LimitExceeded, step.Name, $"the server sent more than {most} lines");
            }

            yield return line.StartsWith('.') ? line[1..] : line;
        }
    }

    /// <summary>Takes the answer to a command: the next state, or the exception.</summary>
    public Pop3Reply Conclude(string verb, Pop3Reply reply)
    {
        switch (reply.Kind)
        {
            case Pop3ReplyKind.Ok:
                State = Pop3CommandTable.Find(verb, State).AfterOk ?? State;
                return reply;
            case Pop3ReplyKind.Error:
                var failure = Pop3Failures.Of(verb, reply);
                throw connection.Refusal(failure, verb, Pop3Failures.WordsFor(failure), serverText: reply.Text, responseCode: reply.Code.Length == 0 ? null : reply.Code);
            default:
                throw connection.Fail(MailFailure.ProtocolViolation, verb, "the server asked for more of a command that was complete");
        }
    }
}
