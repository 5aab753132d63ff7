using System.Globalization;
using HelpDesk.Email.Templates;

namespace HelpDesk.Email.Testing.Conformance.Templates;

/// <summary>How a renderer is called.</summary>
internal static class CallRules
{
    private const int Callers = 64;

    public static IReadOnlyList<Rule<TemplateTrial>> All { get; } =
    [
        new(
            "The_same_model_gives_the_same_mail_and_stays_as_it_is",
            "A mail is planned again after a crash: no clock, no counter and no chance in a template, and nothing written into the model, which may be read-only.",
            async trial =>
            {
                var model = new Sealed(TemplateTrial.Model());
                var first = await trial.MailAsync(model).ConfigureAwait(false);
                var second = await trial.MailAsync(model).ConfigureAwait(false);
                Expect.Same(first.Subject, second.Subject, "The subject the second time");
                Expect.Same(first.Text, second.Text, "The text the second time");
                Expect.Same(first.Html, second.Html, "The HTML the second time");
            }),
        new(
            "Many_callers_at_once_each_get_their_own_mail",
            "RenderAsync is called from several threads at once: no buffer and no model in a field.",
            async trial =>
            {
                var mails = await Crowd.RunAsync(Callers, async i => await trial.MailAsync(
                    TemplateTrial.Model($"subject-{i}-", $"body-{i}-"), CultureInfo.GetCultureInfo(i % 2 == 0 ? "en" : "de")).ConfigureAwait(false)).ConfigureAwait(false);
                for (var i = 0; i < Callers; i++)
                {
                    ValueRules.ExpectIn($"subject-{i}-", mails[i].Subject, "The subject of one of many");
                    ValueRules.ExpectIn($"body-{i}-", mails[i].Text, "The text of one of many");
                }
            }),
        new(
            "A_call_that_is_cancelled_ends_and_the_next_one_does_not",
            "With a token that is cancelled already RenderAsync throws OperationCanceledException; a template that was being compiled then is compiled by the next call.",
            async trial =>
            {
                var isCancelled = await Expect.IsCancelledAsync(
                    () => trial.Renderer.RenderAsync(trial.Fixture.Template, TemplateTrial.Model(), TemplateTrial.English, new CancellationToken(canceled: true)).AsTask()).ConfigureAwait(false);
                Expect.That(isCancelled, "a call that ran under a cancelled token.");
                await trial.MailAsync(TemplateTrial.Model()).ConfigureAwait(false);
            }),
        new(
            "A_call_that_is_cancelled_midway_gives_a_whole_mail_or_ends",
            "Whenever the token is cancelled, RenderAsync gives the mail or throws OperationCanceledException, and the calls of others go on.",
            async trial =>
            {
                var body = string.Join('\n', Enumerable.Repeat("A line of the body.", 2_000));
                var model = TemplateTrial.Model(body: body);
                for (var i = 0; i < Midway.Moments; i++)
                {
                    RenderedMail? mail = null;
                    var isCancelled = await Midway.CancelAsync(
                        i,
                        async token => mail = await trial.Renderer.RenderAsync(trial.Fixture.Template, model, TemplateTrial.English, token).ConfigureAwait(false),
                        trial.Cancellation).ConfigureAwait(false);
                    Expect.That(isCancelled || mail?.Text.Contains(body, StringComparison.Ordinal) == true, "half a mail from a call that was cancelled.");
                    ValueRules.ExpectIn("[#1000]", (await trial.MailAsync(TemplateTrial.Model()).ConfigureAwait(false)).Subject, "The subject of the next mail");
                }
            }),
    ];

    /// <summary>A model that nobody can write into, and that is no <see cref="Dictionary{TKey, TValue}"/>.</summary>
    private sealed class Sealed(IReadOnlyDictionary<string, object?> values) : IReadOnlyDictionary<string, object?>
    {
        public IEnumerable<string> Keys => values.Keys;

        public IEnumerable<object?> Values => values.Values;

        public int Count => values.Count;

        public object? this[string key] => values[key];

        public bool ContainsKey(string key) => values.ContainsKey(key);

        public bool TryGetValue(string key, out object? value) => values.TryGetValue(key, out value);

        public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => values.GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
