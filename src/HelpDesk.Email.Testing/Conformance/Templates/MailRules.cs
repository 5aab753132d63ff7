using System.Globalization;
using HelpDesk.Email.Templates;

namespace HelpDesk.Email.Testing.Conformance.Templates;

/// <summary>What a mail looks like, and when there is none.</summary>
internal static class MailRules
{
    public static IReadOnlyList<Rule<TemplateTrial>> All { get; } =
    [
        new(
            "A_subject_is_one_line_without_control_characters",
            "Replace line ends and control characters, also those of Unicode, after the values are in: a line end in a subject would be a field of the mail.",
            async trial =>
            {
                foreach (var value in new[] { "a\r\nBcc: everybody@example.test", "a\nb", "a\rb", "a\u2028b\u2029c\u0085d", "a\0b\u001b[1mc\u007fd" })
                {
                    var mail = await trial.MailAsync(TemplateTrial.Model(subject: value)).ConfigureAwait(false);
                    Expect.That(
                        !mail.Subject.Any(each => char.IsControl(each) || each is '\u2028' or '\u2029'),
                        $"a subject with control characters or line ends: '{string.Concat(mail.Subject.Select(Visible))}'.");
                }
            }),
        new(
            "Text_has_line_feeds_alone",
            "Write \\n for every line end of template and values, and leave control characters out, except the tab.",
            async trial =>
            {
                var mail = await trial.MailAsync(TemplateTrial.Model(body: "one\r\ntwo\rthree\nfour\tfive\0\u001b")).ConfigureAwait(false);
                ValueRules.ExpectIn("one\ntwo\nthree\nfour\tfive", mail.Text, "The text");
                Expect.That(!mail.Text.Any(each => char.IsControl(each) && each is not ('\n' or '\t')), "a text with control characters.");
            }),
        new(
            "Every_template_that_there_is_gives_a_mail_or_none",
            "RenderAsync gives a mail or null for each of TemplateRendererFixture.Templates, in any language; it throws TemplateException where a template is at fault and nothing else.",
            async trial =>
            {
                foreach (var template in trial.Fixture.Templates)
                {
                    foreach (var culture in new[] { "en", "de" })
                    {
                        if (await trial.RenderAsync(template, TemplateTrial.Model(), CultureInfo.GetCultureInfo(culture)).ConfigureAwait(false) is { } mail)
                        {
                            Expect.That(mail.Text.Length > 0, $"a mail of the template '{template}' without a text: give null where no mail is wanted.");
                            Expect.That(mail.Subject.Length > 0, $"a mail of the template '{template}' without a subject.");
                        }
                    }
                }
            }),
        new(
            "A_language_without_templates_takes_those_of_its_parents_and_the_neutral_ones_in_the_end",
            "Look for de-AT, then de, then the neutral template: no culture is an error.",
            async trial =>
            {
                foreach (var culture in new[] { "de-AT", "zh-Hant-TW", "tlh", "en-GB", string.Empty })
                {
                    var mail = await trial.MailAsync(TemplateTrial.Model(), CultureInfo.GetCultureInfo(culture)).ConfigureAwait(false);
                    ValueRules.ExpectIn("[#1000]", mail.Subject, $"The subject in '{culture}'");
                }
            }),
        new(
            "A_template_that_is_missing_is_a_TemplateException_that_names_it",
            "Throw TemplateException with its Template set: the mail becomes a failed row of the outbox that says so. Any other exception counts against the mail.",
            async trial =>
            {
                var missing = trial.Fixture.MissingTemplate ?? throw new RuleNotApplicableException($"{nameof(TemplateRendererFixture.MissingTemplate)} is null.");
                for (var i = 0; i < 2; i++)
                {
                    try
                    {
                        await trial.RenderAsync(missing, TemplateTrial.Model()).ConfigureAwait(false);
                    }
                    catch (TemplateException e)
                    {
                        Expect.Same(missing, e.Template, "The template that the exception names");
                        continue;
                    }

                    throw new ConformanceException("an answer for a template that is not there.");
                }
            }),
        new(
            "An_empty_template_wants_no_mail",
            "RenderAsync gives null for it, not a mail without words.",
            async trial =>
            {
                var empty = trial.Fixture.EmptyTemplate ?? throw new RuleNotApplicableException($"{nameof(TemplateRendererFixture.EmptyTemplate)} is null.");
                Expect.That(await trial.RenderAsync(empty, TemplateTrial.Model()).ConfigureAwait(false) is null, "a mail of a template that is empty.");
            }),
        new(
            "A_long_body_comes_out_whole",
            "A mail of half a million characters is answered like any other.",
            async trial =>
            {
                var body = string.Join('\n', Enumerable.Range(0, 40_000).Select(i => string.Create(CultureInfo.InvariantCulture, $"line <{i}>")));
                var mail = await trial.MailAsync(TemplateTrial.Model(body: body)).ConfigureAwait(false);
                Expect.That(mail.Text.Contains(body, StringComparison.Ordinal), $"a text of {mail.Text.Length} characters that does not hold the whole body of {body.Length}.");
            }),
    ];

    private static string Visible(char each) => char.IsControl(each) || each is '\u2028' or '\u2029' ? string.Create(CultureInfo.InvariantCulture, $"\\u{(int)each:x4}") : each.ToString();
}
