using HelpDesk.Email.Configuration;
using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Testing.Mailboxes;

/// <summary>A mailbox in memory: a test puts mail in, the engine reads it by <c>Kind</c> <c>Memory</c>. Safe on any thread.</summary>
public sealed class InMemoryMailbox
{
    private readonly Lock _gate = new();
    private readonly List<InMemoryMailboxMail> _mails = [];
    private long _uid;

    /// <summary>What lies in the mailbox: with <see cref="AfterProcessing.Delete"/> or <see cref="AfterProcessing.Move"/> a mail leaves it.</summary>
    public IReadOnlyList<InMemoryMailboxMail> Mails
    {
        get
        {
            lock (_gate)
            {
                return [.. _mails];
            }
        }
    }

    /// <summary>What was moved out of it.</summary>
    public IList<InMemoryMailboxMail> Moved { get; } = [];

    /// <summary>Puts a mail in.</summary>
    public void Deliver(ReadOnlyMemory<byte> octets)
    {
        lock (_gate)
        {
            _mails.Add(new InMemoryMailboxMail(++_uid, MailContent.FromOctets(octets)));
        }
    }

    internal void Acknowledge(long uid, AfterProcessing action)
    {
        lock (_gate)
        {
            var index = _mails.FindIndex(mail => mail.Uid == uid);
            if (index < 0)
            {
                return;
            }

            var mail = _mails[index];
            switch (action)
            {
                case AfterProcessing.MarkRead:
                    _mails[index] = mail with { IsRead = true };
                    break;
                case AfterProcessing.Move:
                    Moved.Add(mail);
                    _mails.RemoveAt(index);
                    break;
                case AfterProcessing.Delete:
                    _mails.RemoveAt(index);
                    break;
            }
        }
    }
}
