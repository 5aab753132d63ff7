namespace HelpDesk.Email.Html;

/// <summary>What <see cref="SafeHtml"/> does with images. Immutable once set; instances may be shared between threads if the delegate may be called so.</summary>
public sealed class SafeHtmlOptions
{
    /// <summary>What becomes of images on other servers.</summary>
    /// <value>The default is <see cref="RemoteImages.Hold"/>.</value>
    public RemoteImages RemoteImages { get; init; }

    /// <summary>
    /// Gives the address under which the host shows a part of this mail, by its Content-ID without angle brackets
    /// (RFC 2392), or null if the mail has no such part. The address is trusted and written as <c>src</c>; the
    /// content id always stays beside it in the attribute <c>data-cid</c>, and sanitising again asks anew. An
    /// exception that it throws ends the sanitising.
    /// </summary>
    /// <value>The default is null: <c>cid:</c> images keep <c>data-cid</c> and load nothing.</value>
    public Func<string, string?>? ResolveContentId { get; init; }

    /// <summary>
    /// Whether images written into the HTML itself stay (<c>data:</c> addresses with base64 of PNG, JPEG, GIF, WebP
    /// or BMP; never SVG).
    /// </summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool KeepDataImages { get; init; }
}
