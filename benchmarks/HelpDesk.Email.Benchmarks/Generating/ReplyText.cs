using System.Text;

namespace HelpDesk.Email.Benchmarks.Generating;

/// <summary>Writes a conversation as a mail program does in plain text: signs before what is quoted, lines of 76 characters.</summary>
internal static class ReplyText
{
    private const int Width = 76;

    public static string Write(IReadOnlyList<Letter> letters)
    {
        var text = new StringBuilder();
        for (var depth = 0; depth < letters.Count; depth++)
        {
            var letter = letters[depth];
            var prefix = depth == 0 ? "" : new string('>', Math.Min(depth, 6)) + " ";
            foreach (var paragraph in letter.Paragraphs)
            {
                Wrap(text, prefix, paragraph);
                text.Append(prefix.TrimEnd()).Append('\n');
            }

            Wrap(text, prefix, "Kind regards,");
            Wrap(text, prefix, letter.Author.Name);
            text.Append(prefix.TrimEnd()).Append('\n');
            if (depth + 1 < letters.Count)
                Wrap(text, prefix, letters[depth + 1].Attribution);
        }

        return text.ToString();
    }

    public static void Wrap(StringBuilder text, string prefix, string paragraph)
    {
        var line = prefix.Length;
        text.Append(prefix);
        foreach (var word in paragraph.Split(' '))
        {
            if (line > prefix.Length && line + 1 + word.Length > Width)
            {
                text.Append('\n').Append(prefix);
                line = prefix.Length;
            }

            if (line > prefix.Length)
            {
                text.Append(' ');
                line++;
            }

            text.Append(word);
            line += word.Length;
        }

        text.Append('\n');
    }
}
