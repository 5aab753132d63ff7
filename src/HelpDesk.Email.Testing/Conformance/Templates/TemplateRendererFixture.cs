using HelpDesk.Email.Templates;

namespace HelpDesk.Email.Testing.Conformance.Templates;

/// <summary>What the suite needs to know of the template renderer it examines; derive it for yours.</summary>
/// <remarks>Each case makes one fixture, opens one renderer by it, and disposes it. Cases may run at once.</remarks>
public abstract class TemplateRendererFixture : IAsyncDisposable
{
    /// <summary>The template that the suite looks at most: its subject shows <c>ticket.subject</c> and <c>tag</c>, its text shows <c>body</c>, and so does its HTML.</summary>
    /// <value>The default is <see cref="TemplateNames.TicketUpdated"/>.</value>
    public virtual string Template => TemplateNames.TicketUpdated;

    /// <summary>Whether <see cref="Template"/> gives HTML.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public virtual bool HasHtml => true;

    /// <summary>The templates that the renderer has; the engine asks for those of <see cref="TemplateNames.All"/>.</summary>
    /// <value>The default is <see cref="TemplateNames.All"/>.</value>
    public virtual IReadOnlyList<string> Templates => TemplateNames.All;

    /// <summary>A template that is not there, or <see langword="null"/> when the renderer makes something of every name.</summary>
    /// <value>The default is <c>no-such-template</c>.</value>
    public virtual string? MissingTemplate => "no-such-template";

    /// <summary>A template that is empty, so that no mail is wanted, or <see langword="null"/> when the renderer can have none.</summary>
    /// <value>The default is <see langword="null"/>.</value>
    public virtual string? EmptyTemplate => null;

    /// <summary>Makes a renderer with the templates named here; called once.</summary>
    public abstract ValueTask<ITemplateRenderer> OpenAsync(CancellationToken cancellationToken);

    /// <summary>Removes what the fixture made.</summary>
    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
