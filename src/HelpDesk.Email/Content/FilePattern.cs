namespace HelpDesk.Email.Content;

/// <summary>An entry of a list of kinds of files: an extension, or a media type whose second half may be a star.</summary>
internal readonly record struct FilePattern(string? Extension, string? Type)
{
    /// <summary>Reads <c>.exe</c>, <c>exe</c>, <c>*.exe</c>, <c>image/*</c> or <c>application/pdf</c>.</summary>
    public static FilePattern Of(string written)
    {
        var text = written.Trim().ToLowerInvariant();
        return text.Contains('/', StringComparison.Ordinal)
            ? new FilePattern(null, text.EndsWith("/*", StringComparison.Ordinal) ? text[..^1] : text)
            : new FilePattern("." + text.TrimStart('*', '.'), null);
    }

    public bool Matches(string? name, string type)
    {
        if (Extension is not null)
        {
            return name?.EndsWith(Extension, StringComparison.OrdinalIgnoreCase) == true;
        }

        return Type![^1] == '/' ? type.StartsWith(Type, StringComparison.OrdinalIgnoreCase) : type.Equals(Type, StringComparison.OrdinalIgnoreCase);
    }
}
