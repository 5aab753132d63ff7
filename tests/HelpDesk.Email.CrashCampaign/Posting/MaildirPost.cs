using HelpDesk.Email.Configuration;
using HelpDesk.Email.CrashCampaign.Seeding;
using HelpDesk.Email.Servers.Tests.Mailboxes;
using HelpDesk.Email.Servers.Tests.Servers;

namespace HelpDesk.Email.CrashCampaign.Posting;

/// <summary>Lays mails into the mailboxes of Dovecot.</summary>
internal sealed class MaildirPost(MailUser support, MailUser sales, AfterProcessing after) : IPost
{
    private const string Processed = "Processed";

    private readonly Maildir _support = new(support);
    private readonly Maildir _sales = new(sales);

    public bool IsDone => true;

    public Task PostAsync(IEnumerable<Seed> seeds)
    {
        foreach (var seed in seeds)
        {
            var octets = seed.Octets();
            _support.Put(octets);
            if (seed.IsRepeated)
            {
                _support.Put(octets);
            }

            if (seed.IsCopied)
            {
                _sales.Put(octets);
            }
        }

        return Task.CompletedTask;
    }

    public IEnumerable<string> Remains(IReadOnlyCollection<Seed> seeds) =>
        Remains("support", _support, seeds.Sum(seed => seed.IsRepeated ? 2 : 1)).Concat(Remains("sales", _sales, seeds.Count(seed => seed.IsCopied)));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private IEnumerable<string> Remains(string name, Maildir maildir, int posted)
    {
        switch (after)
        {
            case AfterProcessing.MarkRead:
                var unread = maildir.Mails().Count(mail => !mail.IsRead);
                if (unread > 0)
                {
                    yield return $"{unread} mails of {name} are not marked";
                }

                if (maildir.Count() != posted)
                {
                    yield return $"{name} has {maildir.Count()} mails of {posted}";
                }

                break;
            case AfterProcessing.Move:
                if (maildir.Count() > 0)
                {
                    yield return $"{maildir.Count()} mails of {name} are not moved";
                }

                if (maildir.Count(Processed) != posted)
                {
                    yield return $"{Processed} of {name} has {maildir.Count(Processed)} mails of {posted}";
                }

                break;
            default:
                if (maildir.Count() > 0)
                {
                    yield return $"{maildir.Count()} mails of {name} are not deleted";
                }

                break;
        }
    }

}
