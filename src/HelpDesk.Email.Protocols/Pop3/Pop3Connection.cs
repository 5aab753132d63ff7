using System.Globalization;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Protocols.Clients;
using HelpDesk.Email.Protocols.Pop3.Dialogue;
using HelpDesk.Email.Protocols.Pop3.Model;
using HelpDesk.Email.Protocols.Sasl;
using HelpDesk.Email.Protocols.Wire;
using HelpDesk.Email.Servers;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.Protocols.Pop3;

/// <summary>A conversation with a POP3 server (RFC 1939, 2449, 2595, 5034): one user, one connection, one session.</summary>
/// <remarks>
/// <para>Not thread-safe: one call at a time, and nothing else before mails that were asked for have been read to the end.
/// Calls in the wrong state throw <see cref="InvalidOperationException"/>.</para>
/// <para>Everything that goes wrong with the server is a <see cref="MailProtocolException"/>, which tells the kinds apart. After
/// a refused command the conversation goes on; after every other failure, and when a token was cancelled in the middle of a
/// command, the connection is of no use any more: see <see cref="IsUsable"/>. Every step has a deadline.</para>
/// <para>Nothing is deleted before <see cref="QuitAsync"/> has returned: a session that ends in any other way deletes nothing
/// (RFC 1939 section 6).</para>
/// </remarks>
public sealed class Pop3Connection : IAsyncDisposable
{
    private const int MostMails = 1_000_000;

    private readonly Pop3Session _session;

    private Pop3Connection(Pop3Session session) => _session = session;

    /// <summary>How far the conversation has come.</summary>
    public Pop3State State => _session.State;

    /// <summary>Whether it can go on; a connection that can't is disposed and another one made.</summary>
    public bool IsUsable => !_session.Connection.IsBroken && State != Pop3State.Update;

    /// <summary>Whether it is encrypted.</summary>
    public bool IsEncrypted => _session.Connection.IsEncrypted;

    /// <summary>How many octets the server sent so far, as far as they were read; those of TLS itself are not counted.</summary>
    public long OctetsReceived => _session.Connection.Wire.OctetsReceived;

    /// <summary>How many octets were sent so far; those of TLS itself are not counted.</summary>
    public long OctetsSent => _session.Connection.Wire.OctetsSent;

    /// <summary>What the server offers (CAPA), a line each with its arguments; empty for a server that does not know the command.</summary>
    public IReadOnlyCollection<string> Capabilities => _session.Capabilities is { } known ? known : [];

    /// <summary>Connects, encrypts as the settings say, and asks what the server offers.</summary>
    /// <param name="server">Where to, and how.</param>
    /// <param name="time">The clock of all deadlines.</param>
    /// <param name="logger">Gets the conversation at Trace, without secrets and mails.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="MailProtocolException">It failed; the message says at which step.</exception>
    public static async ValueTask<Pop3Connection> ConnectAsync(MailServer server, TimeProvider time, ILogger logger, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(server);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(logger);
        var connection = await ClientConnection.ConnectAsync("POP3", server, time, logger, cancellationToken).ConfigureAwait(false);
        try
        {
            var session = new Pop3Session(connection);
            using (connection.Enter(cancellationToken))
            {
                await Pop3Opening.RunAsync(session, cancellationToken).ConfigureAwait(false);
            }

            return new Pop3Connection(session);
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Whether the server offers something, for instance <c>UIDL</c>; compared without case and arguments.</summary>
    public bool Offers(string capability) => _session.Offers(capability);

    /// <summary>Logs in, by the best way that the server offers and the credential fits, and asks again what the server offers.</summary>
    /// <param name="credential">Who logs in.</param>
    /// <param name="mechanism">The one way to use, or <see langword="null"/>.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="MailProtocolException"><see cref="MailFailure.LoginRefused"/>, <see cref="MailFailure.LoginUnavailable"/>,
    /// <see cref="MailFailure.MailboxInUse"/>, <see cref="MailFailure.MechanismNotOffered"/>, or <see cref="MailFailure.TlsNotOffered"/> before TLS.</exception>
    public async ValueTask LoginAsync(MailCredential credential, SaslMechanism? mechanism, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(credential);
        if (mechanism is { } asked && !SaslMechanisms.Fits(asked, credential))
        {
            throw new ArgumentException($"{SaslMechanisms.NameOf(asked)} does not carry such a credential.", nameof(mechanism));
        }

        using var turn = _session.Connection.Enter(cancellationToken);
        await new Pop3Login(_session).RunAsync(credential, mechanism).ConfigureAwait(false);
        if (_session.Capabilities is not null)
        {
            await _session.LearnAsync().ConfigureAwait(false);
        }
    }

    /// <summary>How many mails there are.</summary>
    public async ValueTask<Pop3Stat> StatAsync(CancellationToken cancellationToken)
    {
        using var turn = _session.Connection.Enter(cancellationToken);
        var reply = await _session.RunAsync("STAT").ConfigureAwait(false);
        return Pop3Scan.TryParseStat(reply.Text, out var stat) ? stat : throw Violation("STAT", "the server counts mails with something that is no number");
    }

    /// <summary>What the mails are called.</summary>
    /// <exception cref="MailProtocolException"><see cref="MailFailure.CommandRefused"/> where the server has no names.</exception>
    public ValueTask<IReadOnlyList<Pop3Uid>> UidlAsync(CancellationToken cancellationToken) =>
        ScanAsync<Pop3Uid>("UIDL", line => Pop3Scan.TryParseUid(line, out var uid) ? uid : null, uid => uid.Number, cancellationToken);

    /// <summary>How long the mails are.</summary>
    public ValueTask<IReadOnlyList<Pop3Size>> ListAsync(CancellationToken cancellationToken) =>
        ScanAsync<Pop3Size>("LIST", line => Pop3Scan.TryParseSize(line, out var size) ? size : null, size => size.Number, cancellationToken);

    /// <summary>Fetches mails whole, in their order; one that the server refuses comes with the reason in place of its octets.</summary>
    /// <remarks>
    /// Where the server allows it they are asked for ahead, so that distance costs little. Leaving the loop early reads and
    /// throws away what was asked for. Octets are handed to <paramref name="content"/> as they come in, and none is kept.
    /// </remarks>
    /// <typeparam name="TContent">What is made of the octets of a mail.</typeparam>
    /// <param name="numbers">The mails.</param>
    /// <param name="maxOctets">How long a mail may be; a longer one ends the connection. Ask LIST first to leave such mails out.</param>
    /// <param name="content">Takes the octets of each mail.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public IAsyncEnumerable<Pop3Retrieved<TContent>> RetrieveAsync<TContent>(IReadOnlyList<int> numbers, long maxOctets, ContentReader<TContent> content, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        ArgumentNullException.ThrowIfNull(content);
        return new Pop3Retrieval<TContent>(_session, maxOctets, content).RunAsync(numbers, cancellationToken);
    }

    /// <summary>The header of a mail and the first lines of its body (TOP).</summary>
    /// <param name="number">The mail.</param>
    /// <param name="lines">How many lines of the body.</param>
    /// <param name="maxOctets">How much it may be in all; more ends the connection.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="MailProtocolException"><see cref="MailFailure.CommandRefused"/> where the server does not know the command or the mail.</exception>
    public async ValueTask<ReadOnlyMemory<byte>> TopAsync(int number, int lines, int maxOctets, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(lines);
        using var turn = _session.Connection.Enter(cancellationToken);
        await _session.RunAsync("TOP", string.Create(CultureInfo.InvariantCulture, $"{number} {lines}")).ConfigureAwait(false);
        using var octets = new MemoryStream();
        var mail = new Pop3MailStream(_session, "TOP", maxOctets);
        await using (mail.ConfigureAwait(false))
        {
            await mail.CopyToAsync(octets, cancellationToken).ConfigureAwait(false);
        }

        return octets.ToArray();
    }

    /// <summary>Marks mails to be deleted by <see cref="QuitAsync"/>.</summary>
    /// <returns>Those that the server marked; it refuses one that is marked already or does not exist.</returns>
    public async ValueTask<IReadOnlyList<int>> DeleteAsync(IReadOnlyList<int> numbers, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        using var turn = _session.Connection.Enter(cancellationToken);
        var ahead = _session.Offers("PIPELINING") ? 100 : 1;
        var marked = new List<int>();
        foreach (var batch in numbers.Chunk(ahead))
        {
            var steps = new List<StepDeadline>();
            foreach (var number in batch)
            {
                steps.Add(_session.Say("DELE", number.ToString(CultureInfo.InvariantCulture)));
            }

            for (var i = 0; i < batch.Length; i++)
            {
                var reply = await _session.HearAsync(steps[i]).ConfigureAwait(false);
                if (reply.Kind != Pop3ReplyKind.Error)
                {
                    _session.Conclude("DELE", reply);
                    marked.Add(batch[i]);
                }
            }
        }

        return marked;
    }

    /// <summary>A sign of life.</summary>
    public async ValueTask NoopAsync(CancellationToken cancellationToken)
    {
        using var turn = _session.Connection.Enter(cancellationToken);
        await _session.RunAsync("NOOP").ConfigureAwait(false);
    }

    /// <summary>Takes all marks of <see cref="DeleteAsync"/> back (RSET).</summary>
    public async ValueTask ResetAsync(CancellationToken cancellationToken)
    {
        using var turn = _session.Connection.Enter(cancellationToken);
        await _session.RunAsync("RSET").ConfigureAwait(false);
    }

    /// <summary>Says goodbye; when it returns, the server has deleted what was marked.</summary>
    /// <exception cref="MailProtocolException">The server did not say so: nobody knows which mails are gone.</exception>
    public async ValueTask QuitAsync(CancellationToken cancellationToken)
    {
        using var turn = _session.Connection.Enter(cancellationToken);
        try
        {
            await _session.RunAsync("QUIT").ConfigureAwait(false);
        }
        finally
        {
            _session.Connection.Break();
        }
    }

    /// <summary>Closes the connection at once, without a goodbye: nothing is deleted.</summary>
    public ValueTask DisposeAsync() => _session.Connection.DisposeAsync();

    private async ValueTask<IReadOnlyList<T>> ScanAsync<T>(string verb, Func<string, T?> parse, Func<T, int> numberOf, CancellationToken cancellationToken)
        where T : struct
    {
        using var turn = _session.Connection.Enter(cancellationToken);
        var step = _session.Say(verb);
        _session.Conclude(verb, await _session.HearAsync(step).ConfigureAwait(false));
        var entries = new List<T>();
        var numbers = new HashSet<int>();
        await foreach (var line in _session.HearLinesAsync(step, MostMails).ConfigureAwait(false))
        {
            var entry = parse(line) ?? throw Violation(verb, "the server sent a line that is no entry of its list");
            if (!numbers.Add(numberOf(entry)))
            {
                throw Violation(verb, "the server listed a mail twice");
            }

            entries.Add(entry);
        }

        return entries;
    }

    private MailProtocolException Violation(string step, string what) => _session.Connection.Fail(MailFailure.ProtocolViolation, step, what);
}
