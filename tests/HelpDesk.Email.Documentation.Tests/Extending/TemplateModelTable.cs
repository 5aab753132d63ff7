using System.Globalization;
using HelpDesk.Email.Mailing;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Templates;
using HelpDesk.Email.Testing.Harness;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HelpDesk.Email.Documentation.Tests.Extending;

/// <summary>The values that a renderer gets, as the engine gives them for an agent's answer.</summary>
internal static class TemplateModelTable
{
    public static async Task<string> WriteAsync(CancellationToken cancellationToken)
    {
        var recorder = new Recorder();
        await using var desk = await HelpDeskHarness.StartAsync(
            options => options.Compose = mail => mail.Services.Replace(ServiceDescriptor.Singleton<ITemplateRenderer>(recorder)), cancellationToken);
        var delivery = await desk.DeliverAsync(HarnessMail.Of("From: Ann <ann@example.test>\nTo: support@helpdesk.test\nSubject: My printer smokes\n\nPlease help.\n"), cancellationToken);
        var agent = EmailAddress.Create("tina@helpdesk.test", "Tina");
        await desk.Mailer.ReplyAsync(new AgentReply(Guid.NewGuid(), delivery.Ticket!, agent, "Pull the plug."), cancellationToken);
        await desk.SettleAsync(cancellationToken);

        var rows = Rows(string.Empty, recorder.Models[TemplateNames.TicketUpdated]);
        return string.Join('\n', rows.Prepend("|---|---|").Prepend("| name | for an agent's answer |"));
    }

    private static IEnumerable<string> Rows(string prefix, IReadOnlyDictionary<string, object?> model) => model.SelectMany(value => value.Value switch
    {
        IReadOnlyDictionary<string, object?> nested => Rows($"{prefix}{value.Key}.", nested),
        null => [$"| `{prefix}{value.Key}` | absent |"],
        System.Collections.IEnumerable and not string => [$"| `{prefix}{value.Key}` | a list |"],
        _ => [$"| `{prefix}{value.Key}` | {value.Value} |"],
    });

    private sealed class Recorder : ITemplateRenderer
    {
        public Dictionary<string, IReadOnlyDictionary<string, object?>> Models { get; } = [];

        public ValueTask<RenderedMail?> RenderAsync(string template, IReadOnlyDictionary<string, object?> model, CultureInfo culture, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Models[template] = model;
            return ValueTask.FromResult<RenderedMail?>(null);
        }
    }
}
