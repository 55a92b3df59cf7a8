# Lo que leen los visitantes, en español: clientes, invitados, padres y madres. Breve, cortés, sin tecnicismos.

## En todas partes

date = { $day } de { $month } de { $year }
month = { $month ->
    [1] enero
    [2] febrero
    [3] marzo
    [4] abril
    [5] mayo
    [6] junio
    [7] julio
    [8] agosto
    [9] septiembre
    [10] octubre
    [11] noviembre
   *[12] diciembre
}
photographs = { $count ->
    [one] { $count } foto
   *[other] { $count } fotos
}
skip = Ir al contenido
language = Idioma

## La entrada

code-label = Su código
code-enter = Ver mis fotos
code-hint = El código está en su tarjeta o en el mensaje que le enviamos. Las mayúsculas, los espacios y los guiones no importan.
code-rejected = Este código no abre nada aquí. Revíselo, por favor, o pídanos uno nuevo.
code-mistyped = Un carácter parece equivocado.
code-show = Mostrar
code-hide = Ocultar
pause-title = Una breve pausa, por favor
pause-seconds = { $count ->
    [one] Ha habido muchos intentos desde aquí. Puede volver a intentarlo dentro de { $count } segundo.
   *[other] Ha habido muchos intentos desde aquí. Puede volver a intentarlo dentro de { $count } segundos.
}
pause-minutes = Ha habido muchos intentos desde aquí. Puede volver a intentarlo dentro de unos { $count } minutos.
pause-day = Ha habido muchos intentos desde aquí. Inténtelo de nuevo mañana o pregunte al colegio o al fotógrafo.
pause-moment = Un momento, por favor…
pause-kept = Lo que ha escrito se guarda un cuarto de hora: después de la pausa, solo tiene que pulsar el botón.
pause-ways = El código QR de su tarjeta y el enlace de su mensaje siguen funcionando, y también el dispositivo con el que ya entró antes.
try-again = Intentar de nuevo
back-inside = Volver a sus galerías
slow = { $seconds ->
    [one] Ha habido demasiados intentos desde aquí. Espere { $seconds } segundo y vuelva a intentarlo.
   *[other] Ha habido demasiados intentos desde aquí. Espere { $seconds } segundos y vuelva a intentarlo.
}

## Una visita

welcome = Fotos, entregadas en privado.
welcome-sign-in = Entrar en su estudio
welcome-client = ¿Busca sus fotos? Abra la dirección que le dio su estudio.
your-visit = Su visita
overview = Resumen
leave = Salir
overview-lead = { $count ->
    [one] { $count } galería, guardada aquí para usted.
   *[other] { $count } galerías, guardadas aquí para usted.
}
overview-empty-title = Aquí aparecerán sus galerías
overview-empty = Todavía no hay nada para usted. Guarde su código: en cuanto haya fotos, las mostrará.
some-new = { $count ->
    [one] { $count } nueva
   *[other] { $count } nuevas
}
all-new = nueva
find-label = Buscar una galería por su nombre
find-gallery = Buscar una galería
find = Buscar
find-nothing = Ninguna galería tiene esto en su nombre
find-all = Ver todas las galerías
no-photographs = aún no hay fotos
way-back = Camino de vuelta
sub-galleries = Galerías dentro de esta galería
photographs-title = Fotos
photograph-number = Foto { $number }
photograph-of = Foto { $position } de { $count }
gallery-empty-title = Aún no hay fotos
gallery-empty = Aparecerán aquí solas cuando estén listas. No tiene que hacer nada.
pages = Páginas
locked-gallery = Galería cerrada
password-needed = Se necesita contraseña
locked-title = Esta galería está cerrada
locked = Tiene su propia contraseña.
password-label = Contraseña de la galería
password-open = Abrir la galería
password-rejected = Esa no es la contraseña de esta galería.
this-photograph = Esta foto
zoom-in = Ampliar
zoom-out = Ver entera
previous = Anterior
next = Siguiente

## Cuando algo no ha salido bien

not-found-title = Aquí no hay nada
not-found = Puede que la dirección esté mal escrita o que la galería ya no se le muestre.
not-found-studio = Su estudio
not-found-door = Escribir un código
failed-title = Aquí algo ha salido mal
failed = No es culpa suya y no se ha perdido nada. Inténtelo de nuevo dentro de un momento.
not-sent = No se ha podido enviar. Lo que escribió sigue aquí; inténtelo de nuevo cuando tenga conexión.
busy = Ahora mismo hay mucha gente aquí. Inténtelo de nuevo dentro de un momento.
no-space = En el servidor ya no queda sitio. No se ha cambiado nada; el estudio tiene que hacer sitio primero.

## Campos de los formularios

optional = opcional
fields-wrong = Revise esto, por favor
field-missing = Rellene este campo, por favor.
field-too-short = { $min ->
    [one] Escriba al menos { $min } carácter.
   *[other] Escriba al menos { $min } caracteres.
}
field-too-long = { $max ->
    [one] Escriba como máximo { $max } carácter.
   *[other] Escriba como máximo { $max } caracteres.
}
field-unprintable = Hay caracteres que no se pueden mostrar. Escríbalo de nuevo, por favor.
not-a-date = Esto no es una fecha.
form-too-long = Es más de lo que cabe en un formulario. Vuelva atrás y envíe menos de una vez; no se ha cambiado nada.

## Lo que recibe el cliente: un mensaje, una tarjeta

hand-over-letter =
    Hola, { $name }:

    Sus fotos le esperan aquí:
    { $link }

    O abra { $address } y escriba este código:
    { $code }

    Guarde el código, por favor: también le mostrará las galerías que vengan después.

    { $studio }
card-qr = Código QR que abre las fotos en { $name }
card-how = Escanee el cuadrado con su teléfono o escriba el código en { $address }

## Fotos escolares: lo que leen los padres y las madres

parent-notice-title = Antes de seguir
parent-notice-body =
    En esta página encuentra las fotos de su propio hijo o hija. Esta página es para padres, madres y tutores legales.
    El nombre y los apellidos que usted escribe no se guardan.
    Cada vez que alguien confirma que puede ver las fotos de un niño o una niña, se anota con fecha, hora, idioma y tipo de dispositivo. El fotógrafo puede verlo.
parent-continue = Continuar
find-title = Buscar las fotos de su hijo o hija
find-first = Nombre
find-last = Apellidos
find-group = Clase o grupo
find-group-hint = Como figura en el horario, por ejemplo 3b.
find-class-asked = Escriba otra vez el nombre y los apellidos, y también la clase. Hoy se han escrito mal muchos nombres aquí; por eso se pide también la clase.
find-not-found = No se ha encontrado nada con este nombre. Compruebe que está escrito como lo escribe el colegio. Si es así, pregunte al colegio o al fotógrafo.
list-title = Elija a su hijo o hija
list-filter = Buscar un nombre en la lista
list-login = Acceder
list-empty = Ningún nombre de la lista contiene esto.
confirm-title = Confirme, por favor
confirm-sentence = Tengo derecho a ver las fotos de { $name }: ejerzo la patria potestad o la tutela, o tengo el permiso de quien la ejerce.
confirm-tick-missing = Marque la frase si es verdad. Si no, las fotos no se pueden mostrar.
confirm-button = Confirmar y ver las fotos
confirm-cancel = Cancelar
confirm-recorded = Su confirmación se anota con fecha, hora, idioma y tipo de dispositivo.

## Fotos escolares: las fotos de un niño o una niña

child-title = Fotos de { $name }
child-own = Retratos
child-group = Fotos de grupo: { $group }
child-none-yet = Todavía no hay fotos. Vuelva más tarde con el mismo código.
child-another = Añadir otro hijo u otra hija

## Fotos escolares: cuando no hay nada que ver

job-planning = Las fotos todavía no están ({ $organisation }). Guarde el código y vuelva más tarde.
job-not-published = Las fotos se están preparando. Guarde el código y vuelva dentro de unos días.
job-archived = Estas fotos están ahora en el archivo. Si todavía las necesita, pregunte al fotógrafo.
job-ended = El plazo para estas fotos ha terminado. Ya no se pueden ver aquí.
too-many-children = Por su seguridad, en un mismo dispositivo solo se pueden abrir las fotos de tres niños al día. Si necesita más, pregunte al fotógrafo.

## Fotos escolares: el personal

staff-title = Para el personal
staff-view-line = Usted ve el encargo completo como personal.
staff-may-save = Tiene permiso para guardar estas fotos.
staff-no-download = Por favor, mire estas fotos solo aquí y no las guarde.
staff-group = Clase o grupo
staff-not-photographed = Aún sin fotografiar

## Fotos escolares: la tarjeta impresa

card-title = Sus fotos
card-scan = Escanee el cuadrado con su teléfono o escriba el código en:
card-keep = Guarde esta tarjeta: es la llave de las fotos de su hijo o hija.
card-until = Las fotos se pueden ver hasta el { $date }.
extra-card = Tarjeta adicional { $number }

## School photographs: around the list and the pictures

children-title = Sus hijos
child-all = Ver todas
find-button = Ver las fotos
confirm-unnamed = Tengo derecho a ver las fotos de este niño o esta niña: ejerzo la patria potestad o la tutela, o tengo el permiso de quien la ejerce.
list-login-of = Acceder: { $name }
list-no-group = Sin clase
