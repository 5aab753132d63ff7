namespace HelpDesk.Email.Identity;

/// <summary>A word of a header field.</summary>
/// <param name="Text">The word without quotes.</param>
/// <param name="IsSign">Whether it is a sign that parts others.</param>
internal readonly record struct FieldWord(string Text, bool IsSign)
{
    public bool IsSignOf(char sign) => IsSign && Text[0] == sign;

    public bool Says(string text) => !IsSign && string.Equals(Text, text, StringComparison.OrdinalIgnoreCase);
}
