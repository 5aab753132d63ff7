using System.Text;

namespace HelpDesk.Email.Mime.Writing;

/// <summary>Writes unstructured text such as a subject: plain words where they can be, encoded-words from the first to the last that can't.</summary>
internal static class UnstructuredWriter
{
    /// <summary>Writes a field.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="name">The field's name, known to be sound.</param>
    /// <param name="value">Its text.</param>
    /// <param name="longest">The longest word that may stand unencoded.</param>
    public static void Write(HeaderWriter writer, string name, string value, int longest)
    {
        writer.Begin(name);
        WriteWords(writer, TextHygiene.ForHeader(value), longest);
        writer.End();
    }

    private static void WriteWords(HeaderWriter writer, string text, int longest)
    {
        if (text.Length == 0)
        {
            writer.Word("");
            return;
        }

        var words = text.Split(' ');
        var first = Array.FindIndex(words, word => NeedsEncoding(word, longest));
        if (first < 0)
        {
            foreach (var word in words)
                writer.Word(word);
            return;
        }

        // Doubled spaces live only inside an encoded-word, so its ends are words.
        var last = Array.FindLastIndex(words, word => NeedsEncoding(word, longest));
        while (words[first].Length == 0)
            first--;
        while (words[last].Length == 0)
            last++;
        for (var i = 0; i < first; i++)
            writer.Word(words[i]);
        foreach (var word in EncodedWordWriter.Encode(string.Join(' ', words, first, last - first + 1), HeaderWriter.Width - writer.Column - 1))
            writer.Word(word);
        for (var i = last + 1; i < words.Length; i++)
            writer.Word(words[i]);
    }

    private static bool NeedsEncoding(string word, int longest) =>
        word.Length == 0 || word.Length > longest || !Ascii.IsValid(word) || word.Contains("=?", StringComparison.Ordinal);
}
