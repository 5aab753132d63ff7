using System.Runtime.CompilerServices;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Messages;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.Protocols.Drop;

/// <summary>Reads the <c>.eml</c> files of a folder, the oldest first.</summary>
/// <remarks>
/// <para>A file is a mail once it was left alone for two seconds. Who writes slowly writes under another name, for
/// instance <c>x.tmp</c>, and renames to <c>x.eml</c> at the end. Sub-folders, links and hidden files are not looked at.</para>
/// <para>After the commit the file is moved to the sub-folder <c>processed</c> (which is what marking as read means here,
/// too), deleted, or left, after a look that its octets are those that were committed. A file that was left is handed over
/// once more after a restart, with the receipt it had.</para>
/// </remarks>
internal sealed class DropFolderSource : IMailboxSource
{
    /// <summary>How often a wait looks at the folder.</summary>
    internal static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly string _mailbox;
    private readonly string _folder;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly DropWatch _watch;
    private readonly DropFiles _files;
    private readonly DropCursors _cursors = new();
    private long _handedOver;

    public DropFolderSource(string mailbox, string folder, TimeProvider time, ILogger logger)
    {
        _mailbox = mailbox;
        _folder = Path.GetFullPath(folder);
        _time = time;
        _logger = logger;
        _watch = new DropWatch(_folder, time);
        _files = new DropFiles(_folder);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ReceivedMail> ReceiveAsync(MailboxCursor? cursor, ReceiveLimits limits, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var committed = _cursors.Read(cursor);
        var brought = 0;
        foreach (var entry in Look())
        {
            if (brought >= limits.MaxMails)
            {
                yield break;
            }

            if (entry.IsAcknowledged || (entry.HandedOverAs > 0 && entry.HandedOverAs <= committed))
            {
                continue;
            }

            if (await ReadAsync(entry, limits.MaxOctets, cancellationToken).ConfigureAwait(false) is not { } content)
            {
                continue;
            }

            brought++;
            entry.HandedOverAs = ++_handedOver;
            yield return new ReceivedMail(entry.File.ReceiptFor(content.Hash), content) { Cursor = _cursors.Write(_handedOver) };
        }
    }

    /// <inheritdoc/>
    public ValueTask<MailboxCursor> SkipAsync(CancellationToken cancellationToken) =>
        throw new NotSupportedException("A folder has no order that outlives a restart; move old files out of it.");

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<Acknowledgement>> AcknowledgeAsync(IReadOnlyList<Acknowledgement> mails, AfterProcessing action, CancellationToken cancellationToken)
    {
        var done = new List<Acknowledgement>(mails.Count);
        Exception? failure = null;
        foreach (var mail in mails)
        {
            // A receipt that is not ours is of a time when the mailbox was of another kind: nothing here can be done for it.
            if (!DropFile.TryRead(mail.Receipt, out var file))
            {
                done.Add(mail);
                continue;
            }

            // Committed, whatever comes of this: the mail is not handed over again while its file lies there.
            _watch.Find(file)?.IsAcknowledged = true;
            try
            {
                await FinishAsync(file, mail.ContentHash, action, cancellationToken).ConfigureAwait(false);
                done.Add(mail);
            }
            catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
            {
                // Somebody else took it away in between.
                done.Add(mail);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                failure = exception;
            }
        }

        if (failure is not null)
        {
            DropFolderLog.NotAcknowledged(_logger, failure, _mailbox, mails.Count - done.Count);
        }

        return done;
    }

    /// <inheritdoc/>
    public async ValueTask<bool> WaitForMailAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        var started = _time.GetTimestamp();
        while (true)
        {
            if (Look().Any(entry => entry is { HandedOverAs: 0, IsReported: false, IsAcknowledged: false }))
            {
                return true;
            }

            var left = atMost - _time.GetElapsedTime(started);
            if (left <= TimeSpan.Zero)
            {
                return false;
            }

            await Task.Delay(left < Pause ? left : Pause, _time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public ValueTask<CheckReport> CheckAsync(CancellationToken cancellationToken)
    {
        try
        {
            var count = Look().Count;
            return ValueTask.FromResult(new CheckReport(true, $"The folder '{_folder}' can be read; mails in it: {count}."));
        }
        catch (MailboxException exception)
        {
            return ValueTask.FromResult(new CheckReport(false, exception.Message));
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private IReadOnlyList<DropWatch.Entry> Look()
    {
        try
        {
            return _watch.Look();
        }
        catch (DirectoryNotFoundException exception)
        {
            throw new MailboxException($"The folder '{_folder}' does not exist. Make it, or set Mailboxes:{_mailbox}:Folder to the one that mail is dropped into.", isTransient: false, exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new MailboxException($"The folder '{_folder}' can't be read. Give this process the right to read it, or set Mailboxes:{_mailbox}:Folder to another one.", exception is IOException, exception);
        }
    }

    private async ValueTask<MailContent?> ReadAsync(DropWatch.Entry entry, long maxOctets, CancellationToken cancellationToken)
    {
        var file = entry.File;
        if (file.Length > maxOctets)
        {
            if (ReportOnce(entry))
            {
                DropFolderLog.TooLong(_logger, _mailbox, file.Length, file.LastWriteTime, maxOctets);
            }

            return null;
        }

        try
        {
            return await _files.CopyAsync(file, cancellationToken).ConfigureAwait(false);
        }
        catch (FileNotFoundException)
        {
            // Taken away between the look and the reading.
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            if (ReportOnce(entry))
            {
                DropFolderLog.Unreadable(_logger, exception, _mailbox, file.Length, file.LastWriteTime);
            }

            return null;
        }
    }

    private bool ReportOnce(DropWatch.Entry entry)
    {
        if (entry.IsReported)
        {
            return false;
        }

        entry.IsReported = true;
        DropFolderLog.FileIs(_logger, _mailbox, entry.File.Name);
        return true;
    }

    private async ValueTask FinishAsync(DropFile file, string contentHash, AfterProcessing action, CancellationToken cancellationToken)
    {
        if (action == AfterProcessing.Leave)
        {
            return;
        }

        switch (await _files.LookForAsync(file, contentHash, cancellationToken).ConfigureAwait(false))
        {
            case DropPresence.Same:
                _files.TakeAway(file, contentHash, action);
                break;
            case DropPresence.Replaced:
                DropFolderLog.Replaced(_logger, _mailbox);
                break;
            default:
                break;
        }

        // The file is gone: what has its name now, or will have it, is another mail.
        _watch.Forget(file);
    }
}
