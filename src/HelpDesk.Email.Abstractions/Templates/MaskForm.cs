namespace HelpDesk.Email.Templates;

/// <summary>How a mask is written.</summary>
public enum MaskForm
{
    /// <summary><c>[%Name%]</c></summary>
    Percent,

    /// <summary><c>#Name#</c></summary>
    Hash,

    /// <summary><c>#name</c>, in the welcome mail alone.</summary>
    Welcome,
}
