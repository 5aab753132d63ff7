namespace HelpDesk.Email.Bounces;

/// <summary>Knows a line with which a person begins a mail.</summary>
internal static class Greetings
{
    private static readonly string[] Words =
    [
        "hi ", "hi,", "hello", "dear ", "good morning", "good afternoon", "good day", "hey ", "hallo", "guten tag", "sehr geehrte", "liebe ", "lieber ",
        "moin", "bonjour", "cher ", "chère ", "madame", "monsieur", "hola", "estimad", "buenos días", "buenas tardes", "ciao", "buongiorno", "salve", "gentile ",
        "egregio", "olá", "ola ", "prezad", "caro ", "cara ", "bom dia", "beste ", "geachte", "goedemorgen", "hej", "hei", "kære ", "dzień dobry", "szanown",
        "witam", "dobrý den", "ahoj", "vážen", "kedves", "tisztelt", "bună", "stimat", "merhaba", "sayın", "здравствуйте", "добрый день", "привет", "уважаем",
        "доброго дня", "γεια", "καλημέρα", "שלום", "مرحبا", "السلام عليكم", "お世話になっております", "こんにちは", "您好", "你好", "안녕하세요", "xin chào", "kính gửi",
    ];

    public static bool IsGreeting(string line)
    {
        var text = line.AsSpan().TrimStart();
        foreach (var word in Words)
        {
            if (text.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
