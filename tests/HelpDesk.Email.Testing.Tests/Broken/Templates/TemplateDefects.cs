using System.Text.Encodings.Web;
using HelpDesk.Email.Templates;
using static HelpDesk.Email.Testing.Tests.Broken.Templates.TemplateDefect;

namespace HelpDesk.Email.Testing.Tests.Broken.Templates;

/// <summary>Every broken template renderer.</summary>
internal static class TemplateDefects
{
    private const string Tag = "[#1000]";

    public static IReadOnlyList<TemplateDefect> All { get; } =
    [
        new("forgets the tag", "The_subject_names_the_ticket_and_the_text_says_what_was_written") { Open = Spoilt((_, mail) => mail with { Subject = mail.Subject.Replace(Tag, string.Empty, StringComparison.Ordinal) }) },
        new("encodes everything", "Values_come_out_raw_in_the_subject_and_the_text") { Open = Spoilt((_, mail) => mail with { Subject = HtmlEncoder.Default.Encode(mail.Subject), Text = HtmlEncoder.Default.Encode(mail.Text) }) },
        new("encodes nothing", "Values_are_encoded_in_the_HTML") { Open = Spoilt((call, mail) => mail with { Html = $"<p>{call.Model["body"]}</p>" }) },
        new("fills values in until nothing is left to fill in", "A_value_is_never_read_as_a_template") { Open = Spoilt((_, mail) => mail with { Text = mail.Text.Replace("{{tag}}", Tag, StringComparison.Ordinal) }) },
        new("shows objects as they show themselves", "No_object_is_walked") { Open = Spoilt((call, mail) => call.Model["body"] is string ? mail : mail with { Text = $"{call.Model["body"]}" }) },
        new("says null for nothing", "Values_that_are_absent_are_left_out") { Open = Spoilt((call, mail) => call.Model["ticket"] is IReadOnlyDictionary<string, object?> ticket && ticket["subject"] is null ? mail with { Subject = $"null {mail.Subject}" } : mail) },
        new("keeps line ends in subjects", "A_subject_is_one_line_without_control_characters") { Open = Spoilt((call, mail) => mail with { Subject = $"{((IReadOnlyDictionary<string, object?>)call.Model["ticket"]!)["subject"]}" }) },
        new("writes the line ends of Windows", "Text_has_line_feeds_alone") { Open = Spoilt((_, mail) => mail with { Text = mail.Text.Replace("\n", "\r\n", StringComparison.Ordinal) }) },
        new("has a mail without words for reports", "Every_template_that_there_is_gives_a_mail_or_none") { Open = Spoilt((call, mail) => call.Template == TemplateNames.Report ? mail with { Text = string.Empty } : mail) },
        new("speaks two languages and no other", "A_language_without_templates_takes_those_of_its_parents_and_the_neutral_ones_in_the_end")
        {
            Open = () => (call, next, _) => call.Culture.Name is "en" or "de" ? next(call) : throw new TemplateException($"Nothing in '{call.Culture}'.", call.Template),
        },
        new("makes something of every name", "A_template_that_is_missing_is_a_TemplateException_that_names_it")
        {
            Open = () => (call, next, _) => next(TemplateNames.All.Contains(call.Template) ? call : call with { Template = TemplateNames.Report }),
        },
        new("does not say which template is missing", "A_template_that_is_missing_is_a_TemplateException_that_names_it")
        {
            Open = () => (call, next, _) => TemplateNames.All.Contains(call.Template) ? next(call) : throw new TemplateException("Missing.", "template"),
        },
        new("makes an empty mail of an empty template", "An_empty_template_wants_no_mail") { Open = () => async (call, next, _) => await next(call) ?? new RenderedMail(string.Empty, string.Empty, null) },
        new("cuts long texts", "A_long_body_comes_out_whole") { Open = Spoilt((_, mail) => mail with { Text = mail.Text[..Math.Min(mail.Text.Length, 100_000)] }) },
        new("numbers its mails", "The_same_model_gives_the_same_mail_and_stays_as_it_is") { Open = Numbering },
        new("has one buffer for all", "Many_callers_at_once_each_get_their_own_mail") { Open = Sharing },
        new("hears no cancellation", "A_call_that_is_cancelled_ends_and_the_next_one_does_not") { Open = () => (call, next, _) => next(call with { Token = CancellationToken.None }) },
        new("gives what it has when it is cancelled", "A_call_that_is_cancelled_midway_gives_a_whole_mail_or_ends") { Open = () => HalvingAsync },
    ];

    private static Around<TemplateCall, RenderedMail?> Numbering()
    {
        var mails = 0;
        return async (call, next, _) => await next(call) is { } mail ? mail with { Text = $"{mail.Text}\n{++mails}" } : null;
    }

    private static Around<TemplateCall, RenderedMail?> Sharing()
    {
        var collision = new Collision<RenderedMail>(_ => true);
        return async (call, next, _) => await collision.RunAsync(async () => (await next(call))!);
    }

    private static async Task<RenderedMail?> HalvingAsync(TemplateCall call, Func<TemplateCall, Task<RenderedMail?>> next, CancellationToken cancellationToken)
    {
        var mail = await next(call with { Token = CancellationToken.None });
        if (mail!.Text.Length < 10_000)
        {
            return mail;
        }

        try
        {
            await Task.Delay(TimeSpan.FromSeconds(10), cancellationToken);
            return mail;
        }
        catch (OperationCanceledException)
        {
            return mail with { Text = mail.Text[..1_000] };
        }
    }
}
