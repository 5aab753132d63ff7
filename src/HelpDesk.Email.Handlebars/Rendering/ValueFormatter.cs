using System.Diagnostics.CodeAnalysis;
using HandlebarsDotNet;
using HandlebarsDotNet.IO;

namespace HelpDesk.Email.Handlebars.Rendering;

/// <summary>Writes plain values in the culture of the mail, and dictionaries and lists not at all.</summary>
internal sealed class ValueFormatter : IFormatter, IFormatterProvider
{
    public bool TryCreateFormatter(Type type, [NotNullWhen(true)] out IFormatter? formatter)
    {
        // What a template names and a model does not have is written as nothing, by the library's own formatter.
        formatter = type == typeof(UndefinedBindingResult) ? null : this;
        return formatter is not null;
    }

    public void Format<T>(T value, in EncodedTextWriter writer)
    {
        if (value is string { Length: > 0 } words)
        {
            writer.Write(words, encode: true);
            return;
        }

        using var inner = writer.CreateWrapper();
        var text = ModelValues.Text(value, inner.FormatProvider);
        writer.Write(text, encode: true);
    }
}
