using HelpDesk.Email.Configuration;
using HelpDesk.Email.Protocols.Clients;
using HelpDesk.Email.Protocols.Imap.Dialogue;
using HelpDesk.Email.Protocols.Imap.Model;
using HelpDesk.Email.Protocols.Imap.Reading;
using HelpDesk.Email.Protocols.Imap.Writing;
using HelpDesk.Email.Protocols.Sasl;
using HelpDesk.Email.Servers;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.Protocols.Imap;

/// <summary>A conversation with an IMAP server (RFC 3501 and RFC 9051): one user, one connection.</summary>
/// <remarks>
/// <para>Not thread-safe: one call at a time, and nothing else before a FETCH has been read to its end. Calls in the wrong
/// state throw <see cref="InvalidOperationException"/>.</para>
/// <para>Everything that goes wrong with the server is a <see cref="MailProtocolException"/>, which tells the kinds apart. After
/// a refused command (<see cref="MailFailure.CommandRefused"/>, <see cref="MailFailure.FolderMissing"/> and the like) the
/// conversation goes on; after every other failure, and when a token was cancelled in the middle of a command, the connection
/// is of no use any more: see <see cref="IsUsable"/>. Every step has a deadline (<see cref="StepDeadlines"/>).</para>
/// <para>No secret goes over the wire before TLS, unless the settings say <see cref="MailEncryption.None"/>.</para>
/// </remarks>
public sealed class ImapConnection : IAsyncDisposable
{
    private readonly ImapSession _session;

    private ImapConnection(ImapSession session) => _session = session;

    /// <summary>How far the conversation has come.</summary>
    public ImapState State => _session.State;

    /// <summary>Whether it can go on; a connection that can't is disposed and another one made.</summary>
    public bool IsUsable => !_session.Connection.IsBroken && State != ImapState.Logout;

    /// <summary>Whether it is encrypted.</summary>
    public bool IsEncrypted => _session.Connection.IsEncrypted;

    /// <summary>How many octets the server sent so far, as far as they were read; those of TLS itself are not counted.</summary>
    public long OctetsReceived => _session.Connection.Wire.OctetsReceived;

    /// <summary>How many octets were sent so far; those of TLS itself are not counted.</summary>
    public long OctetsSent => _session.Connection.Wire.OctetsSent;

    /// <summary>What the server offers, as it said last: after TLS, and again after the log-in.</summary>
    public IReadOnlyCollection<string> Capabilities => _session.Knowledge.Capabilities is { } known ? known : [];

    /// <summary>Connects, encrypts as the settings say, and asks what the server offers.</summary>
    /// <param name="server">Where to, and how.</param>
    /// <param name="time">The clock of all deadlines.</param>
    /// <param name="logger">Gets the conversation at Trace, without secrets and mails.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="MailProtocolException">It failed; the message says at which step.</exception>
    public static async ValueTask<ImapConnection> ConnectAsync(MailServer server, TimeProvider time, ILogger logger, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(server);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(logger);
        var connection = await ClientConnection.ConnectAsync("IMAP", server, time, logger, cancellationToken).ConfigureAwait(false);
        try
        {
            var session = new ImapSession(connection);
            using (session.Enter(cancellationToken))
            {
                await ImapOpening.RunAsync(session, cancellationToken).ConfigureAwait(false);
            }

            return new ImapConnection(session);
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Whether the server offers something, for instance <c>IDLE</c>; compared without case.</summary>
    public bool Offers(string capability) => _session.Knowledge.Offers(capability);

    /// <summary>Logs in, by the best way that the server offers and the credential fits, and asks again what the server offers.</summary>
    /// <param name="credential">Who logs in.</param>
    /// <param name="mechanism">The one way to use, or <see langword="null"/>.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="MailProtocolException"><see cref="MailFailure.LoginRefused"/>, <see cref="MailFailure.LoginUnavailable"/>,
    /// <see cref="MailFailure.MechanismNotOffered"/>, or <see cref="MailFailure.TlsNotOffered"/> before TLS.</exception>
    public async ValueTask LoginAsync(MailCredential credential, SaslMechanism? mechanism, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(credential);
        if (mechanism is { } asked && !SaslMechanisms.Fits(asked, credential))
        {
            throw new ArgumentException($"{SaslMechanisms.NameOf(asked)} does not carry such a credential.", nameof(mechanism));
        }

        using var turn = _session.Enter(cancellationToken);
        await new ImapLogin(_session).RunAsync(credential, mechanism).ConfigureAwait(false);
        if (!_session.Knowledge.IsFresh)
        {
            await _session.RunAsync(new ImapCommand("CAPABILITY")).ConfigureAwait(false);
        }
    }

    /// <summary>Says who we are and asks who the server is (ID, RFC 2971). Some servers, NetEase's for instance, let nobody in without.</summary>
    /// <param name="fields">What to say, for instance <c>name</c> and <c>version</c>.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>What the server says; nothing where it does not offer ID.</returns>
    public async ValueTask<IReadOnlyDictionary<string, string>> IdentifyAsync(IReadOnlyDictionary<string, string> fields, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var reader = new IdReader();
        using var turn = _session.Enter(cancellationToken);
        if (Offers("ID"))
        {
            var command = new ImapCommand("ID");
            if (fields.Count == 0)
            {
                command.Words("NIL");
            }
            else
            {
                command.Fields(fields);
            }

            await _session.RunAsync(command, reader).ConfigureAwait(false);
        }

        return reader.Fields;
    }

    /// <summary>Switches an extension on (ENABLE, RFC 5161), for instance <c>CONDSTORE</c> or <c>UTF8=ACCEPT</c>; before a folder is opened.</summary>
    /// <returns>Whether the server did.</returns>
    public async ValueTask<bool> EnableAsync(string extension, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(extension);
        var reader = new EnabledReader();
        using var turn = _session.Enter(cancellationToken);
        await _session.RunAsync(new ImapCommand("ENABLE").Words(extension), reader).ConfigureAwait(false);
        _session.Knowledge.HasUtf8Names |= reader.Extensions.Contains("UTF8=ACCEPT");
        return reader.Extensions.Contains(extension);
    }

    /// <summary>The folders whose names match (LIST), with their special uses where the server tells (RFC 6154).</summary>
    /// <param name="pattern">The names: <c>*</c> stands for anything, <c>%</c> for anything but the separator.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async ValueTask<IReadOnlyList<ImapFolderEntry>> ListAsync(string pattern, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(pattern);
        var reader = new ListReader(_session.Knowledge.HasUtf8Names);
        using var turn = _session.Enter(cancellationToken);
        await _session.RunAsync(new ImapCommand("LIST").Words("\"\"").String(_session.Knowledge.WireName(pattern)), reader).ConfigureAwait(false);
        return reader.Folders;
    }

    /// <summary>Where the folders of each kind are (NAMESPACE, RFC 2342); nothing where the server does not tell.</summary>
    public async ValueTask<IReadOnlyList<ImapNamespace>> NamespacesAsync(CancellationToken cancellationToken)
    {
        var reader = new NamespaceReader(_session.Knowledge.HasUtf8Names);
        using var turn = _session.Enter(cancellationToken);
        if (Offers("NAMESPACE"))
        {
            await _session.RunAsync(new ImapCommand("NAMESPACE"), reader).ConfigureAwait(false);
        }

        return reader.Namespaces;
    }

    /// <summary>Makes a folder.</summary>
    /// <exception cref="MailProtocolException">The server refused; with <see cref="MailProtocolException.ResponseCode"/> <c>ALREADYEXISTS</c> where it says that the folder is there.</exception>
    public async ValueTask CreateAsync(string folder, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        using var turn = _session.Enter(cancellationToken);
        await _session.RunAsync(new ImapCommand("CREATE").String(_session.Knowledge.WireName(folder))).ConfigureAwait(false);
    }

    /// <summary>Opens a folder to read and change (SELECT). A folder that was open is closed; nothing is expunged.</summary>
    /// <exception cref="MailProtocolException"><see cref="MailFailure.FolderMissing"/>, for instance.</exception>
    public ValueTask<SelectedFolder> SelectAsync(string folder, CancellationToken cancellationToken) => OpenAsync("SELECT", folder, cancellationToken);

    /// <summary>Opens a folder to read alone (EXAMINE).</summary>
    /// <exception cref="MailProtocolException"><see cref="MailFailure.FolderMissing"/>, for instance.</exception>
    public ValueTask<SelectedFolder> ExamineAsync(string folder, CancellationToken cancellationToken) => OpenAsync("EXAMINE", folder, cancellationToken);

    /// <summary>Asks for nothing: news of the open folder, and a sign of life.</summary>
    public async ValueTask NoopAsync(CancellationToken cancellationToken)
    {
        using var turn = _session.Enter(cancellationToken);
        await _session.RunAsync(new ImapCommand("NOOP")).ConfigureAwait(false);
    }

    /// <summary>Says goodbye. A server that does not answer in time is not waited for.</summary>
    public async ValueTask LogoutAsync(CancellationToken cancellationToken)
    {
        using var turn = _session.Enter(cancellationToken);
        await ImapOpening.CloseAsync(_session).ConfigureAwait(false);
    }

    /// <summary>Closes the connection at once, without a goodbye.</summary>
    public ValueTask DisposeAsync() => _session.Connection.DisposeAsync();

    private async ValueTask<SelectedFolder> OpenAsync(string verb, string folder, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        using var turn = _session.Enter(cancellationToken);
        var command = new ImapCommand(verb).String(_session.Knowledge.WireName(folder));
        if (Offers("CONDSTORE"))
        {
            command.Words("(CONDSTORE)");
        }

        return new SelectedFolder(_session, await ImapOpening.SelectAsync(_session, command, folder).ConfigureAwait(false));
    }
}
