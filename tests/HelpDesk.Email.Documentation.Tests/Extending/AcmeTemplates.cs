using System.Globalization;
using System.Text.Encodings.Web;
using HelpDesk.Email.Templates;

namespace HelpDesk.Email.Documentation.Tests.Extending;

#region template-renderer
/// <summary>The words of Acme's mails, written in C#.</summary>
internal sealed class AcmeTemplates : ITemplateRenderer
{
    public ValueTask<RenderedMail?> RenderAsync(
        string template, IReadOnlyDictionary<string, object?> model, CultureInfo culture, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var ticket = (IReadOnlyDictionary<string, object?>)model["ticket"]!;
        var subject = $"{ticket["subject"]} {model["tag"]}";
        var mail = template switch
        {
            TemplateNames.TicketReceived => new RenderedMail(subject, $"Thank you. Your message is ticket {ticket["number"]}.", Html: null),
            TemplateNames.TicketUpdated => new RenderedMail($"Re: {subject}", $"{model["body"]}", $"<p>{HtmlEncoder.Default.Encode($"{model["body"]}")}</p>"),

            // Acme sends none of these.
            TemplateNames.RejectedByLock => null,
            _ => throw new TemplateException($"Acme has no template '{template}'.", template),
        };
        return ValueTask.FromResult(mail);
    }
}
#endregion
