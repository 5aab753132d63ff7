using System.Security.Claims;
using HelpDesk.Email.Messages;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace AcmeDesk.Accounts;

/// <summary>Who is logged in to Acme. A real application asks for a password; here a button is enough for the agents.</summary>
internal static class AcmeAccounts
{
    private const string Agent = "agent";

    /// <summary>The people who answer tickets.</summary>
    public static IReadOnlyList<EmailAddress> Agents { get; } = [EmailAddress.Create("tess@acme.test", "Tess"), EmailAddress.Create("bob@acme.test", "Bob")];

    public static Task SignInAsync(HttpContext context, EmailAddress address)
    {
        List<Claim> claims = [new(ClaimTypes.Email, address.Address)];
        if (Agents.Contains(address))
        {
            claims.Add(new Claim(ClaimTypes.Role, Agent));
        }

        return context.SignInAsync(new ClaimsPrincipal(new ClaimsIdentity(claims, CookieAuthenticationDefaults.AuthenticationScheme)));
    }

    /// <summary>Who is logged in, or <see langword="null"/>.</summary>
    public static EmailAddress? Address(this HttpContext context) => EmailAddress.TryCreate(context.User.FindFirstValue(ClaimTypes.Email), null, out var address) ? address : null;

    /// <summary>Whether an agent is logged in.</summary>
    public static bool IsAgent(this HttpContext context) => context.User.IsInRole(Agent);
}
