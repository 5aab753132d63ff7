namespace HelpDesk.Email.Html.Quotes;

/// <summary>Reads the tables that stand beside the code as text.</summary>
internal static class QuoteData
{
    /// <summary>The lines that aren't empty and no remarks.</summary>
    internal static IEnumerable<string> Lines(string name)
    {
        using var stream = typeof(QuoteData).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The table {name} is not in the assembly.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] is not ('#' or '[')) yield return line;
        }
    }
}
