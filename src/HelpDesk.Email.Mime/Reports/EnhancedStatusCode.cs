using System.Globalization;

namespace HelpDesk.Email.Mime;

/// <summary>A status code of RFC 3463, such as 5.1.1.</summary>
/// <param name="Class">2 for success, 4 for a failure that may pass, 5 for one that will not.</param>
/// <param name="Subject">What it is about: 1 address, 2 mailbox, 3 system, 4 network, 5 protocol, 6 content, 7 policy.</param>
/// <param name="Detail">The detail within the subject.</param>
public readonly record struct EnhancedStatusCode(int Class, int Subject, int Detail)
{
    /// <summary>Whether trying again is pointless.</summary>
    public bool IsPermanent => Class == 5;

    /// <summary>Whether trying again may help.</summary>
    public bool IsTransient => Class == 4;

    /// <summary>Finds the code that a text starts with.</summary>
    /// <param name="text">Text such as <c>5.1.1 (unknown user)</c>.</param>
    /// <param name="code">The code.</param>
    /// <returns>Whether there is one.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out EnhancedStatusCode code)
    {
        code = default;
        text = text.Trim();
        Span<int> numbers = stackalloc int[3];
        for (var i = 0; i < 3; i++)
        {
            var end = text.IndexOfAnyExceptInRange('0', '9');
            var digits = end < 0 ? text : text[..end];
            if (digits.Length is 0 or > 3)
                return false;
            numbers[i] = int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
            text = text[digits.Length..];
            if (i == 2)
                break;
            if (text.IsEmpty || text[0] != '.')
                return false;
            text = text[1..];
        }

        if (numbers[0] is not (2 or 4 or 5) || (text.Length > 0 && (text[0] == '.' || char.IsAsciiLetterOrDigit(text[0]))))
            return false;
        code = new EnhancedStatusCode(numbers[0], numbers[1], numbers[2]);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Class}.{Subject}.{Detail}");
}
