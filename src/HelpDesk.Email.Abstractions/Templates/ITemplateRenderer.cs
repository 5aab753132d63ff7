using System.Globalization;

namespace HelpDesk.Email.Templates;

/// <summary>Makes the words of a mail.</summary>
/// <remarks>
/// Values come out raw in the subject and the text, and encoded in HTML. Models are dictionaries of plain values (text,
/// numbers, truth values, moments, lists and dictionaries of the same): no object is ever walked, and no value is ever
/// read as a template. Called from several threads at once.
/// </remarks>
public interface ITemplateRenderer
{
    /// <summary>Renders a template.</summary>
    /// <param name="template">Its name; the built-in ones are in <see cref="TemplateNames"/>.</param>
    /// <param name="model">The values by name.</param>
    /// <param name="culture">The language; a template that does not exist in it is taken in its parent's, and in the end the neutral one.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns><see langword="null"/> when the template is empty: no mail is wanted then.</returns>
    /// <exception cref="TemplateException">There is no such template, or it can't be compiled or rendered.</exception>
    ValueTask<RenderedMail?> RenderAsync(string template, IReadOnlyDictionary<string, object?> model, CultureInfo culture, CancellationToken cancellationToken);
}
