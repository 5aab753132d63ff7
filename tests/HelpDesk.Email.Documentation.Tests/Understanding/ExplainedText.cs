using System.Text;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Documentation.Tests.Repository;
using HelpDesk.Email.Explaining;
using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Documentation.Tests.Understanding;

/// <summary>What the engine understands of the mails that the page shows.</summary>
internal static class ExplainedText
{
    public static async Task<string> OfAsync(string mail, CancellationToken cancellationToken)
    {
        var octets = await File.ReadAllBytesAsync(RepositoryRoot.Combine($"tests/HelpDesk.Email.Documentation.Tests/Understanding/{mail}"), cancellationToken);
        var explained = await new MailExplainer(new HelpDeskEmailOptions()).ExplainAsync(MailContent.FromOctets(octets), MailForm.Message, cancellationToken);
        var text = new StringBuilder();
        Add(text, "kind", $"{explained.Classification.Kind}{(explained.Classification.MayRespond ? "; a program may answer" : "; no program may answer")}");
        foreach (var fact in explained.Classification.Evidence) Add(text, "evidence", fact);
        foreach (var recipient in explained.DeliveryReport?.Recipients ?? [])
        {
            Add(text, "recipient", $"{recipient.Address} {recipient.Status}; permanent: {recipient.Permanent}; address invalid: {recipient.AddressInvalid}");
            Add(text, "diagnostic", recipient.Diagnostic ?? string.Empty);
        }

        Add(text, "reply", explained.Reply);
        Add(text, "quoted", explained.Quoted);
        Add(text, "signature", explained.Signature);
        return text.ToString().TrimEnd('\n');
    }

    private static void Add(StringBuilder text, string name, string? value)
    {
        foreach (var (index, line) in (value ?? string.Empty).Split('\n', StringSplitOptions.RemoveEmptyEntries).Index())
        {
            text.Append($"{(index == 0 ? name : string.Empty),-10} {line}".TrimEnd()).Append('\n');
        }
    }
}
