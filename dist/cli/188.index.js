module.exports=require("../main/188.index.js");
