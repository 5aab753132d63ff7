using HelpDesk.Email.QuickStart.Tests.Pages;
using HelpDesk.Email.QuickStart.Tests.Python;
using HelpDesk.Email.QuickStart.Tests.Server;

namespace HelpDesk.Email.QuickStart.Tests.Conversation;

/// <summary>A person who writes to the help desk, and what came back to them.</summary>
internal sealed class Correspondence(RunningQuickStart quickStart, HelpDeskSite site, string address)
{
    public string Address { get; } = address;

    /// <summary>Writes a mail; gives its ticket and its Message-ID.</summary>
    public async Task<(TicketView Ticket, string MessageId)> WriteAsync(string subject, string text)
    {
        var messageId = await PythonMail.SendAsync(quickStart.Server, $"Ann Example <{Address}>", subject, text);
        return (await site.TicketAsync(subject), messageId);
    }

    /// <summary>Waits for the mail to this person that answers another one; gives its file and what Python reads in it.</summary>
    public async Task<(string Path, MailAsPythonReadsIt Mail)> AnswerToAsync(string messageId, Func<MailAsPythonReadsIt, bool>? isWanted = null)
    {
        var seen = new HashSet<string>();
        return ((string, MailAsPythonReadsIt))await Eventually.GetAsync(
            async () =>
            {
                foreach (var path in quickStart.Folder.OutgoingMails().Where(seen.Add))
                {
                    var mail = await PythonMail.ReadAsync(path);
                    if (mail.To.SequenceEqual([Address]) && mail.Header("In-Reply-To") == messageId && isWanted?.Invoke(mail) != false)
                    {
                        return (object)(path, mail);
                    }
                }

                return null;
            },
            $"a mail to {Address} that answers {messageId}");
    }
}
