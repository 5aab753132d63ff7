using HelpDesk.Email.Configuration;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Monitoring;
using HelpDesk.Email.Templates;

namespace HelpDesk.Email.Hosting;

/// <summary>Refuses to start with a template in the settings that there is none of.</summary>
internal static class TemplateCheck
{
    /// <exception cref="HelpDeskConfigurationException">The template can't be rendered; the message names the key.</exception>
    public static async ValueTask RunAsync(MonitorOptions monitor, NoticeWords words, CancellationToken cancellationToken)
    {
        if (monitor.TicketTemplate is not { } template || monitor.TicketAfterRefusedLogins == 0)
        {
            return;
        }

        try
        {
            await words.TryAsync(template, cancellationToken).ConfigureAwait(false);
        }
        catch (TemplateException exception)
        {
            throw new HelpDeskConfigurationException(
                $"HelpDeskEmail:Monitor:TicketTemplate is '{template}', and this template can't be used: {exception.Message} Write the name of one that there is, leave the setting out for the built-in words, or set HelpDeskEmail:Monitor:TicketAfterRefusedLogins to 0 for no such ticket.",
                exception);
        }
    }
}
