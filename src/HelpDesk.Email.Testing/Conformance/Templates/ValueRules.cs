namespace HelpDesk.Email.Testing.Conformance.Templates;

/// <summary>What becomes of the values of a model, which come from mails of anybody.</summary>
internal static class ValueRules
{
    private const string Hostile = "<script>alert('x')</script> & \"<b>bold</b>\" `=";

    private static readonly string[] Templates =
    [
        "{{tag}}", "{{{tag}}}", "{{#each this}}x{{/each}}", "\\{{tag}}", "{{> header}}", "{% tag %}", "{{ tag | upper }}", "<%= tag %>", "@tag", "@Model.tag", "${tag}", "#{tag}", "$tag$", "[%Subject%]", "#Subject#",
        "{0}", "{tag}", "%tag%", "%s", "<#= tag #>", "[[tag]]", "*|tag|*", "{{this.constructor}}", "\\u0041\\n",
    ];

    public static IReadOnlyList<Rule<TemplateTrial>> All { get; } =
    [
        new(
            "The_subject_names_the_ticket_and_the_text_says_what_was_written",
            "The template named by TemplateRendererFixture.Template shows ticket.subject and tag in its subject and body in its text: without the tag an answer finds its ticket by references alone.",
            async trial =>
            {
                var mail = await trial.MailAsync(TemplateTrial.Model()).ConfigureAwait(false);
                ExpectIn("The printer is on fire", mail.Subject, "The subject");
                ExpectIn("[#1000]", mail.Subject, "The subject");
                ExpectIn("Pull the plug.", mail.Text, "The text");
                if (trial.Fixture.HasHtml)
                {
                    ExpectIn("Pull the plug.", trial.HtmlOf(mail), "The HTML");
                }
            }),
        new(
            "Values_come_out_raw_in_the_subject_and_the_text",
            "Subject and text are no HTML: switch encoding off for these parts, or people read &amp;quot; for a quotation mark.",
            async trial =>
            {
                var mail = await trial.MailAsync(TemplateTrial.Model(Hostile, Hostile)).ConfigureAwait(false);
                ExpectIn(Hostile, mail.Subject, "The subject");
                ExpectIn(Hostile, mail.Text, "The text");
            }),
        new(
            "Values_are_encoded_in_the_HTML",
            "Encode every value for HTML, inside attributes too: <, >, & and both quotation marks. Only bodyHtml and its like, which the engine made safe, go in as they are.",
            async trial =>
            {
                var html = trial.HtmlOf(await trial.MailAsync(TemplateTrial.Model(Hostile, Hostile)).ConfigureAwait(false));
                foreach (var raw in new[] { "<script>", "<b>bold", "alert('x')", "\"<" })
                {
                    Expect.That(!html.Contains(raw, StringComparison.OrdinalIgnoreCase), $"HTML in which a value stands as it is: {raw}");
                }

                ExpectIn("&lt;script", html, "The HTML");
            }),
        new(
            "A_value_is_never_read_as_a_template",
            "Put values in when the template is compiled already: what stands in a value comes out literally, whatever the language of templates.",
            async trial =>
            {
                foreach (var value in Templates)
                {
                    var mail = await trial.MailAsync(TemplateTrial.Model($"({value})", $"({value})")).ConfigureAwait(false);
                    ExpectIn($"({value})", mail.Subject, "The subject");
                    ExpectIn($"({value})", mail.Text, "The text");
                }
            }),
        new(
            "No_object_is_walked",
            "Models are dictionaries of plain values: of anything else neither a property nor ToString is read, for it may lead anywhere. Refuse it with a TemplateException, or leave it out.",
            async trial =>
            {
                var model = TemplateTrial.Model();
                var trap = new Trap();
                (model["ticket"], model["body"]) = (trap, trap);
                string? shown;
                try
                {
                    var mail = await trial.RenderAsync(trial.Fixture.Template, model).ConfigureAwait(false);
                    shown = $"{mail?.Subject}{mail?.Text}{mail?.Html}";
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    shown = e.Message;
                }

                Expect.That(!shown.Contains(Trap.Secret, StringComparison.Ordinal) && trap.Reads == 0, "a value of an object that is no plain value.");
            }),
        new(
            "Values_that_are_absent_are_left_out",
            "Most values of a model can be absent or null: render nothing for them, and fail for none. A word like null is not nothing.",
            async trial =>
            {
                var model = TemplateTrial.Values(
                    ("ticket", TemplateTrial.Values(("number", "1000"), ("subject", null))),
                    ("tag", "[#1000]"), ("body", "Pull the plug."), ("links", null), ("recentMessages", new List<object?>()));
                var mail = await trial.MailAsync(model).ConfigureAwait(false);
                ExpectIn("[#1000]", mail.Subject, "The subject");
                ExpectIn("Pull the plug.", mail.Text, "The text");
                foreach (var word in new[] { "null", "undefined", "Dictionary`", "List`", "System." })
                {
                    Expect.That(!$"{mail.Subject}{mail.Text}{mail.Html}".Contains(word, StringComparison.Ordinal), $"the word '{word}' in a mail where a value is absent.");
                }
            }),
    ];

    public static void ExpectIn(string expected, string found, string what) =>
        Expect.That(found.Contains(expected, StringComparison.Ordinal), $"{what} does not contain '{expected}': '{(found.Length > 300 ? $"{found[..300]}..." : found)}'.");

    /// <summary>Has members of the names that templates read, and counts who looks at them.</summary>
    private sealed class Trap
    {
        public const string Secret = "walked-into-an-object";

        private int _reads;

        public int Reads => _reads;

        public string Number => Read();

        public string Subject => Read();

        public override string ToString() => Read();

        private string Read()
        {
            _reads++;
            return Secret;
        }
    }
}
