namespace HelpDesk.Email.Mime.Containers;

/// <summary>What holds within a group of RTF.</summary>
/// <param name="Hidden">Whether its text is not shown.</param>
/// <param name="Starred">Whether its first word is marked as one that may be ignored.</param>
/// <param name="Skip">How many characters stand in for one written as a number.</param>
internal readonly record struct RtfGroup(bool Hidden, bool Starred, int Skip);
