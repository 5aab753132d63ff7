namespace HelpDesk.Email.Templates;

/// <summary>A value of the model that templates get.</summary>
/// <param name="Path">Where it stands in the model, for instance <c>ticket.number</c>; <c>[]</c> behind a name means each item of a list.</param>
/// <param name="Meaning">What it is, in a sentence.</param>
/// <param name="Templates">The templates in which it can have a value; empty for all that are about a ticket, and wherever the host gives it.</param>
/// <param name="IsRequired">Whether these templates are refused when they do not show it.</param>
public sealed record TemplateVariable(string Path, string Meaning, IReadOnlyList<string> Templates, bool IsRequired = false)
{
    /// <summary>The masks that stand for it.</summary>
    public IReadOnlyList<TemplateMask> Masks => [.. TemplateMasks.All.Where(mask => mask.Paths.Any(StandsFor))];

    // A mask of a list or of a group stands for everything in it.
    private bool StandsFor(string path) =>
        Path == path || Path.StartsWith($"{path}[]", StringComparison.Ordinal) || Path.StartsWith($"{path}.", StringComparison.Ordinal);
}
