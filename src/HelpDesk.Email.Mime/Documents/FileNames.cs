namespace HelpDesk.Email.Mime.Documents;

/// <summary>Finds the file name of a part among its parameters.</summary>
internal static class FileNames
{
    public static string? Of(HeaderParameters disposition, HeaderParameters type) =>
        NotEmpty(disposition["filename"]) ?? NotEmpty(type["name"]) ?? NotEmpty(disposition["name"]) ?? NotEmpty(type["filename"]);

    private static string? NotEmpty(string? name) => string.IsNullOrWhiteSpace(name) ? null : name;
}
