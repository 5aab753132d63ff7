using HelpDesk.Email.Configuration;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Tokens;

namespace HelpDesk.Email.Tests.Tokens;

/// <summary>Makes false tokens out of a true one, each in another way; always the same ones for the same seed.</summary>
internal sealed class TokenForger(string token, TicketTokens others, int seed)
{
    public const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";

    private static readonly char[] Odd = [' ', '.', '0', '1', 'A', 'Z', '=', '+', '\0', 'ä', '\u00AD'];

    private readonly Random _random = new(seed);
    private readonly string[] _parts = token.Split('.');

    /// <summary>What ways there are.</summary>
    public static int Ways => 14;

    public async Task<string> ForgeAsync(int way, CancellationToken cancellationToken) => (way % Ways) switch
    {
        0 => Join(mac: Guess(26)),
        1 => Join(mac: Guess(_random.Next(0, 60))),
        2 => With(_random.Next(token.Length), Alphabet[_random.Next(32)]),
        3 => With(_random.Next(token.Length), Odd[_random.Next(Odd.Length)]),
        4 => token.Remove(_random.Next(token.Length), 1),
        5 => token.Insert(_random.Next(token.Length + 1), $"{Alphabet[_random.Next(32)]}"),
        6 => Join(ticket: Base32.Encode(System.Text.Encoding.UTF8.GetBytes($"{_random.Next(1, 100_000)}"))),
        7 => Join(recipient: Guess(8)),
        8 => Join(key: Guess(2)),
        9 => token[.._random.Next(token.Length)],
        10 => new string(' ', _random.Next(1, 3)) is var space && _random.Next(2) == 0 ? token + space : space + token,
        11 => await others.SignAsync(TokenPurpose.ReplyAddress, $"{_random.Next(1, 100_000)}", EmailAddress.Create("ann@example.test"), string.Empty, cancellationToken),
        12 => string.Join('.', _parts.OrderBy(_ => _random.Next())),
        _ => _random.Next(4) switch { 0 => string.Empty, 1 => "...", 2 => Join(mac: string.Empty), _ => Guess(token.Length) },
    };

    private string Join(string? key = null, string? ticket = null, string? recipient = null, string? mac = null) =>
        $"{key ?? _parts[0]}.{ticket ?? _parts[1]}.{recipient ?? _parts[2]}.{mac ?? _parts[3]}";

    private string Guess(int length) => new(_random.GetItems<char>(Alphabet, length));

    private string With(int at, char c) => token[..at] + c + token[(at + 1)..];
}
