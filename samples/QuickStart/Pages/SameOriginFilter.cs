namespace QuickStart.Pages;

/// <summary>Takes forms from this page only.</summary>
internal sealed class SameOriginFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0 || origin == $"{request.Scheme}://{request.Host}"
            ? await next(context)
            : Results.StatusCode(StatusCodes.Status403Forbidden);
    }
}
