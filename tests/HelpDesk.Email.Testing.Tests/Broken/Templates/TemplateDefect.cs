using HelpDesk.Email.Templates;

namespace HelpDesk.Email.Testing.Tests.Broken.Templates;

/// <summary>A template renderer that is broken in one way, and the case that must find it.</summary>
/// <param name="Name">What it does, after "a template renderer that".</param>
/// <param name="CaughtBy">The names of the cases.</param>
internal sealed record TemplateDefect(string Name, params string[] CaughtBy)
{
    /// <summary>Makes what stands around each call of one renderer.</summary>
    public Func<Around<TemplateCall, RenderedMail?>> Open { get; init; } = () => (call, next, _) => next(call);

    /// <summary>Spoils the mail alone.</summary>
    public static Func<Around<TemplateCall, RenderedMail?>> Spoilt(Func<TemplateCall, RenderedMail, RenderedMail> spoil) =>
        () => async (call, next, _) => await next(call) is { } mail ? spoil(call, mail) : null;

    public override string ToString() => Name;
}
