using System.Runtime.CompilerServices;
using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Servers;

namespace HelpDesk.Email.Protocols.Accounts;

/// <summary>What goes wrong with a server, as those see it who read a mailbox.</summary>
/// <param name="key">The place of the mailbox in the settings.</param>
/// <param name="userName">Who logs in.</param>
internal sealed class MailboxFailures(string key, string? userName)
{
    /// <summary>The failure in words, with what to do.</summary>
    public string Words(MailProtocolException exception) => FailureWords.Of(exception, key, userName);

    /// <summary>Runs some work; what the server or the disk does wrong comes out as <see cref="MailboxException"/>.</summary>
    public async ValueTask<T> RunAsync<T>(Func<ValueTask<T>> work)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (MailProtocolException exception)
        {
            throw Of(exception);
        }
        catch (IOException exception)
        {
            throw Of(exception);
        }
    }

    /// <summary>The same for what comes one by one.</summary>
    public async IAsyncEnumerable<T> RunAsync<T>(IAsyncEnumerable<T> items, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var each = items.GetAsyncEnumerator(cancellationToken);
        await using (each.ConfigureAwait(false))
        {
            while (await RunAsync(each.MoveNextAsync).ConfigureAwait(false))
            {
                yield return each.Current;
            }
        }
    }

    private MailboxException Of(MailProtocolException exception) =>
        new(Words(exception), exception.IsTransient, exception) { Failure = exception.Failure };

    // The network never fails so: this is the temporary file of a large mail.
    private MailboxException Of(IOException exception) =>
        new($"A mail of {key} can't be kept in the temporary folder '{Path.GetTempPath()}'. Make room there.", isTransient: true, exception);
}
