using HelpDesk.Email.Mailing;
using HelpDesk.Email.Notifications;

namespace HelpDesk.Email.Tests.Links;

/// <summary>Writes down what is raised.</summary>
internal sealed class NoticeBook : ITicketMailer
{
    public List<TicketNotice> Notices { get; } = [];

    public Task<long> RaiseAsync(TicketNotice notice, CancellationToken cancellationToken)
    {
        Notices.Add(notice);
        return Task.FromResult((long)Notices.Count);
    }

    public Task<long> ReplyAsync(AgentReply reply, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<long> SendAsync(TemplateMail mail, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<long> SendAsync(ReadyMail mail, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<NotificationPlan> PlanAsync(TicketNotice notice, CancellationToken cancellationToken) => throw new NotSupportedException();
}
