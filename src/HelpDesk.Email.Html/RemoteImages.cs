namespace HelpDesk.Email.Html;

/// <summary>What becomes of images that lie on other servers: loading one tells the sender that the mail was read.</summary>
public enum RemoteImages
{
    /// <summary>
    /// The address moves to the attribute <c>data-remote-src</c>, from where nothing is loaded. A host shows the
    /// images by sanitising again with <see cref="Show"/>.
    /// </summary>
    Hold,

    /// <summary>The image is loaded from where it lies; held ones too.</summary>
    Show,

    /// <summary>Only the alternative text stays, if there is one.</summary>
    Remove,
}
