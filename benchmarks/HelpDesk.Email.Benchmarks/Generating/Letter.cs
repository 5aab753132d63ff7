namespace HelpDesk.Email.Benchmarks.Generating;

/// <summary>What one person wrote: the newest mail of a conversation or an older one.</summary>
/// <param name="Author">Who wrote it.</param>
/// <param name="Date">When, as a Date field has it.</param>
/// <param name="Paragraphs">The words.</param>
internal sealed record Letter(Person Author, string Date, IReadOnlyList<string> Paragraphs)
{
    /// <summary>The words under which it is quoted.</summary>
    public string Attribution => $"On {Date}, {Author.Name} <{Author.Address}> wrote:";

    public static Letter Make(Chance chance, Person author)
    {
        var paragraphs = new string[chance.Between(2, 6)];
        for (var i = 0; i < paragraphs.Length; i++)
            paragraphs[i] = Prose.Paragraph(chance);
        return new Letter(author, Prose.Date(chance), paragraphs);
    }

    /// <summary>A conversation, newest first, of so many characters.</summary>
    public static IReadOnlyList<Letter> Conversation(Chance chance, Person customer, int characters)
    {
        var letters = new List<Letter>();
        while (characters > 0)
        {
            var letter = Make(chance, letters.Count % 2 == 0 ? customer : Person.HelpDesk);
            letters.Add(letter);
            characters -= letter.Paragraphs.Sum(paragraph => paragraph.Length);
        }

        return letters;
    }
}
