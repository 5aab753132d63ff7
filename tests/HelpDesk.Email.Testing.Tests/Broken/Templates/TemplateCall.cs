using System.Globalization;

namespace HelpDesk.Email.Testing.Tests.Broken.Templates;

internal sealed record TemplateCall(string Template, IReadOnlyDictionary<string, object?> Model, CultureInfo Culture, CancellationToken Token);
